// Pitfall: an Error takes the place of the exception that came before it.
// Why: an Error is more serious. But what came first is why the group was cancelled, and the rest may only follow from that.
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
            if (failure.get() == null) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            turn.unlock();
        }
    }

    private void fail(Throwable e) {
        failure.accumulateAndGet(e, (old, now) ->
                old == null || now instanceof Error && !(old instanceof Error) ? now : old);
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        var e = failure.get();
        if (e != null) {
            throw new ExecutionException(e);
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
        }
        group.throwIfFailed();
    }
}
