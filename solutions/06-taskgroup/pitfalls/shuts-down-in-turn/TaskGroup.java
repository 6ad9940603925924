// Pitfall: a shutdown waits for its turn, as a callback does: while a callback runs nobody can end the group, nor cancel
//     anything.
// Why: so no callback comes after a shutdown.
// Kind: cancels-nothing
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        turn.lock();
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else if (failure == null && !isShutdown()) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            turn.unlock();
        }
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
        shutdown();
    }

    @Override
    public void shutdown() {
        turn.lock();
        try {
            super.shutdown();
        } finally {
            turn.unlock();
        }
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
        try (var group = new TaskGroup<T>(whenDone)) {
            for (var task : tasks) {
                group.fork(task);
            }
            group.join().throwIfFailed();
        }
    }
}
