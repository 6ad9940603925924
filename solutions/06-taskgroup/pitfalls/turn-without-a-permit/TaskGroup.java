// Pitfall: a task whose wait for its turn is interrupted goes on without a permit, and gives back one that it never had.
// Why: its result must not be lost. But with one permit too many, two callbacks run at once from then on.
// Kind: turn-lost
// Caught by: a task, or a callback, that ends with its thread's interrupt set is like any other
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    private final Semaphore turn = new Semaphore(1, true);
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // leave it to whoever looks, its result counts all the same
        }
        try {
            deliver(subtask);
        } finally {
            turn.release();
        }
    }

    private void deliver(Subtask<? extends T> subtask) {
        if (failure != null || isShutdown()) {
            return;
        }
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private void fail(Throwable thrown) {
        failure = thrown;
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        try {
            super.join();
        } catch (InterruptedException e) {
            shutdown();
            throw e;
        } finally {
            turn.acquireUninterruptibly(); // a callback may still be at work: the join waits for it too
            turn.release();
        }
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        var first = failure;
        if (first != null) {
            throw new ExecutionException(first);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            for (var task : tasks) {
                group.fork(task);
            }
            group.join();
            group.throwIfFailed();
        }
    }
}
