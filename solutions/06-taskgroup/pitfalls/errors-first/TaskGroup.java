// Pitfall: an Error takes the place of an exception that came first.
// Why: what is worse should not be hidden; but what came first may be why the rest failed.
// Kind: whose-interrupt
// Caught by: the cause is the first failure, whatever fails after it
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
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else if (failure == null) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable cause) {
            fail(cause);
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable cause) {
        // the first failure stays, but an Error must not be hidden by an exception
        if (failure == null || cause instanceof Error && !(failure instanceof Error)) {
            failure = cause;
            shutdown();
        }
    }

    public void throwIfFailed() throws ExecutionException {
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        var group = new TaskGroup<T>(whenDone);
        try (group) {
            for (var task : tasks) {
                group.fork(task);
            }
            group.join();
        }
        group.throwIfFailed();
    }

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
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
