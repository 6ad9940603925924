// Pitfall: each failure takes the place of the one before it: a callback that is interrupted by a task's failure
//     hides that failure.
// Why: there is one failure, as long as nobody counts those that it leads to.
// Kind: wrong-outcome
// Caught by: the cause is the first failure, whatever fails after it
// Caught by: in whatever order tasks end, one that fails ends the group, and is its first failure
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        oneAtATime.lock();
        try {
            if (failure == null) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable e) {
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
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        var group = new TaskGroup<T>(whenDone);
        try (group) {
            tasks.forEach(group::fork);
            group.join();
        }
        group.throwIfFailed();
    }
}
