// Pitfall: each task keeps its own failure, and the last one is reported: what a cancelled task throws, who is
//     interrupted, hides why it was cancelled.
// Why: only one task fails, as long as one does not count those that are cancelled for it.
// Kind: wrong-outcome
// Caught by: a failure cancels the other tasks
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
            if (failure == null && subtask.state() == Subtask.State.SUCCESS) {
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
    public <U extends T> Subtask<U> fork(Callable<? extends U> task) {
        return super.fork(() -> {
            try {
                return task.call();
            } catch (Throwable e) {
                fail(e);
                throw e;
            }
        });
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
