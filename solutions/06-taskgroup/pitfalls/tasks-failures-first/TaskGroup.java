// Pitfall: a task's failure goes before that of a callback, also if it came after it.
// Why: a callback only reports, so its failure looks like the lesser one; but it came first, and ended the group.
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
    private volatile Throwable taskFailure;
    private volatile Throwable callbackFailure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        lock.lock();
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                if (taskFailure == null) {
                    taskFailure = subtask.exception();
                    shutdown();
                }
                return;
            }
            if (taskFailure != null || callbackFailure != null) {
                return;
            }
            try {
                whenDone.accept(subtask.get());
            } catch (Throwable t) {
                callbackFailure = t;
                shutdown();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        if (taskFailure != null) {
            throw new ExecutionException(taskFailure);
        }
        if (callbackFailure != null) {
            throw new ExecutionException(callbackFailure);
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
