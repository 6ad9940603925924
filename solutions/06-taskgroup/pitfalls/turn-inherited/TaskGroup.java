// Pitfall: whoever has the turn is told by a scoped value, which tasks of a call inside the callback inherit.
// Why: a callback that calls must not wait for itself; but its lock is one for each call, and was no danger.
// Kind: not-one-step
// Caught by: a call inside a task, or inside a callback, is a call like any other
package structured.taskgroup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private static final ScopedValue<Boolean> HAS_TURN = ScopedValue.newInstance();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (HAS_TURN.isBound()) {
            complete(subtask);
            return;
        }
        turn.lock();
        try {
            complete(subtask);
        } finally {
            turn.unlock();
        }
    }

    private void complete(Subtask<? extends T> subtask) {
        if (failure.get() != null) {
            return;
        }
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        try {
            ScopedValue.where(HAS_TURN, true).run(() -> whenDone.accept(subtask.get()));
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private void fail(Throwable thrown) {
        failure.compareAndSet(null, thrown);
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<Done>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        forEachDone(tasks, done -> System.out.print(done.id % 2 == 0 ? done.message : ""));
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private record Done(int id, String message) {}

    private static Done simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return new Done(id, String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.%n", id, seconds));
    }
}
