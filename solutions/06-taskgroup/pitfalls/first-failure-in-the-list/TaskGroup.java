// Pitfall: looks for the first task that has failed in the order of the list. Of two that failed while a callback ran, that may be the
//     second to fail.
// Why: the subtasks are at hand, each with its exception, and the first that one comes to looks like the first.
// Kind: wrong-outcome
// Caught by: the cause is the first failure, whatever fails after it
package structured.taskgroup;

import java.util.ArrayList;
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
            if (failure != null || isShutdown()) {
                return;
            }
            if (subtask.state() == Subtask.State.FAILED) {
                throw subtask.exception();
            }
            whenDone.accept(subtask.get());
        } catch (Throwable t) {
            failure = t;
            shutdown();
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
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(group.fork(task));
            }
            group.join();
            for (var subtask : subtasks) {
                if (subtask.state() == Subtask.State.FAILED) {
                    throw new ExecutionException(subtask.exception());
                }
            }
            // If none of them has, a callback may have.
            group.throwIfFailed();
        }
    }
}
