// Pitfall: it takes a group that is shut down for one that has failed already, and forgets what a callback throws after that.
// Why: its own failures shut the group down. But whoever uses it may do that too.
// Kind: failure-lost
// Caught by: a group used by itself says what has failed, as often as it is asked
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    private final ReentrantLock turn = new ReentrantLock();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        turn.lock();
        try {
            if (failure != null) {
                return;
            }
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable thrown) {
            fail(thrown);
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

    private void fail(Throwable thrown) {
        if (!isShutdown()) { // only the first counts
            failure = thrown;
            shutdown();
        }
    }
}
