// Pitfall: catches what a callback may throw by its type, unchecked exceptions and errors, and not a checked one.
// Why: the compiler says that there is none; but only to Java, and callbacks may be written in Kotlin.
// Kind: errors-slip-past
// Caught by: a callback that throws fails the group with its exception, and cancels the tasks
package structured.taskgroup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Throwable failure;

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        lock.lock();
        try {
            if (failure != null) {
                return;
            }
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else {
                whenDone.accept(subtask.get());
            }
        } catch (RuntimeException | Error cause) {
            fail(cause);
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        shutdown();
    }

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        var cause = failure;
        if (cause != null) {
            throw new ExecutionException(cause);
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
