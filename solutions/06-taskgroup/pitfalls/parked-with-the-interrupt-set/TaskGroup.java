// Pitfall: whoever waits for its turn parks, and doesn't if its interrupt is set: then it goes round in a loop.
// Why: park says that it returns at once then, and who only looks again whether it is its turn doesn't notice.
// Kind: carrier-kept
// Caught by: a task that waits for its turn gets it, whoever interrupts its thread, and keeps no carrier meanwhile
package structured.taskgroup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final Queue<Thread> line = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        enter();
        try {
            if (failure != null) {
                return;
            }
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
                return;
            }
            try {
                whenDone.accept(subtask.get());
            } catch (Throwable thrown) {
                fail(thrown);
            }
        } finally {
            leave();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        var first = failure;
        if (first != null) {
            throw new ExecutionException(first);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            for (var task : tasks) {
                group.fork(task);
            }
            group.join().throwIfFailed();
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        shutdown();
    }

    private void enter() {
        var me = Thread.currentThread();
        line.add(me);
        while (line.peek() != me || !taken.compareAndSet(false, true)) {
            LockSupport.park(this);
        }
        line.remove();
    }

    private void leave() {
        taken.set(false);
        LockSupport.unpark(line.peek());
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
