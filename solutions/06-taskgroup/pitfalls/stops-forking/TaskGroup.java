// Pitfall: an interrupt ends the loop that forks, and whoever has ended by then is all that comes.
// Why: join throws, says its contract; but only if there is somebody left to wait for.
// Kind: interrupt-swallowed
// Caught by: in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out
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

    private final ReentrantLock oneAtATime = new ReentrantLock();

    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        oneAtATime.lock();
        try {
            // A task may have ended while another one's callback failed the group.
            if (failure == null) {
                switch (subtask.state()) {
                    case SUCCESS -> whenDone.accept(subtask.get());
                    case FAILED -> fail(subtask.exception());
                    case UNAVAILABLE -> throw new AssertionError("not called for a task that has not ended");
                }
            }
        } catch (Throwable e) {
            // The scope ignores what its handler throws, so the callback's failure must be kept here.
            fail(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            for (var task : tasks) {
                group.fork(task);
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
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
