// Pitfall: it passes on the failure in a finally, where it takes the place of the InterruptedException that is on its way.
// Why: whatever happens, a failure is told. But an interrupt ends the group, and what a cancelled callback throws is no news then.
// Kind: interrupt-swallowed
// Caught by: no callback outlives the call, and none overlap, also when the caller is interrupted
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        turn.lock();
        try {
            if (failure.get() == null && !isShutdown()) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        shutdown();
    }

    public void throwIfFailed() throws ExecutionException {
        var first = failure.get();
        if (first != null) {
            throw new ExecutionException(first);
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
        } finally {
            group.throwIfFailed(); // when all have ended
        }
    }
}
