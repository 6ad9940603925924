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

/**
 * A scope of one's own, which hands over each result as soon as it is there.
 *
 * <p>Callbacks come one at a time, as on an event loop: what they share needs no lock. The first failure, of a task or
 * of a callback, ends the group: the other tasks are cancelled, and no more callbacks come. A callback has failed as soon as
 * it throws. A task's failure may come at once, or wait for its turn, as a result does.
 */
@SuppressWarnings("preview")
public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    /** Held while a callback runs. A lock, since {@code synchronized} would pin the carrier of each task that waits. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** The first failure, or null: written by the tasks' threads under the lock, read by the owner after the join. */
    private volatile Throwable failure;

    /** Opens a group that gives each result to {@code whenDone}, in the order in which the tasks end. */
    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    /** Called by the scope in the thread of a task that has just ended; several threads may be here at once. */
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

    /** Waits for all tasks, even those forked meanwhile, and their callbacks, which may come only now, or until a shutdown, by whomever. */
    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    /** After {@link #join}: throws an ExecutionException if the group has failed, whose cause is the first failure. */
    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    /**
     * Runs all tasks at the same time, and gives each result to {@code whenDone} as soon as it is there.
     *
     * <p>Python: {@code async with TaskGroup() as group: group.create_task(task).add_done_callback(when_done)}
     *
     * <p>Each task is run once, in a virtual thread, in a scope that the call opens itself. No task and no callback outlives
     * the call. Calls don't know of each other: a task or a callback may call forEachDone too.
     *
     * @param tasks what to run; may be empty, or hold the same task twice
     * @param whenDone gets each result once, one at a time, in the order in which the tasks end; but a task that ends just as a
     *     callback does may be before those that wait. A result may be null, and be that of a task that has set its thread's
     *     interrupt
     * @throws ExecutionException if a task or a callback failed: the cause is what the first to fail threw, be it an Error or
     *     a task's own InterruptedException
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, or never start; results that wait for their turn may come or not. Where there is nothing to wait for, it
     *     may go unnoticed, and stays set
     */
    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }

    /** Five simulated I/O tasks at once; the even ones are reported when they end, not when all have ended. */
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
