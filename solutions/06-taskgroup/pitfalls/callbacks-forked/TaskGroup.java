// Pitfall: forks each callback as a task of its own: which of their threads gets the lock first is chance.
// Why: a task that ends at once frees its thread; threads are cheap, but don't start in order.
// Kind: wrong-order
// Caught by: in whatever order threads go on, a task that ends after another one's thread is called back after it
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
        } else if (!(subtask.task() instanceof TaskGroup.Callback<?>)) {
            T result = subtask.get();
            fork((Callback<T>) () -> callBack(result));
        }
    }

    /** Has no callback of its own. */
    private interface Callback<T> extends Callable<T> {}

    private T callBack(T result) {
        oneAtATime.lock();
        try {
            if (failure == null) {
                whenDone.accept(result);
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            oneAtATime.unlock();
        }
        return null;
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
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }
}
