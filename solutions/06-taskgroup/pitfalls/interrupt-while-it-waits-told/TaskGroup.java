// Pitfall: a failed task that is interrupted while it waits for its turn tells that interrupt, and not what it has thrown.
// Why: an interrupt ends the wait, and is an exception like any other. But the task had failed before it came.
// Kind: wrong-outcome
// Caught by: the cause is the first failure, whatever fails after it
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        // What the task has done to its own thread is over.
        Thread.interrupted();
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                oneAtATime.lockInterruptibly();
            } else {
                oneAtATime.lock();
            }
        } catch (InterruptedException e) {
            fail(e);
            return;
        }
        try {
            if (failure.get() == null) {
                handOver(subtask);
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void handOver(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
        } else {
            whenDone.accept(subtask.get());
        }
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
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
}
