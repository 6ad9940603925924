// Pitfall: whoever calls back looks whether the group has failed; a task that fails doesn't, and takes the place of
//     the first failure.
// Why: there is nothing to be called back for, so nothing to be held back, it seems.
// Kind: wrong-outcome
// Caught by: the cause is the first failure, whatever fails after it
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
        oneAtATime.lock();
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else if (failure == null) {
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
