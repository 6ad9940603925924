// Pitfall: the owner takes the tasks that have ended from a queue, and asks them for their results before it has
//     joined: get() throws IllegalStateException.
// Why: the task has ended, so what could be wrong; but the rule is about the owner, and the join.
// Kind: asked-before-the-join
// Caught by: results come in the order in which the tasks end
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final BlockingQueue<Subtask<? extends T>> done = new LinkedBlockingQueue<>();
    private Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        done.add(subtask);
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
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(group::fork);
            for (int i = 0; i < tasks.size() && group.failure == null; i++) {
                group.callBack(group.done.take());
            }
            group.join().throwIfFailed();
        }
    }

    private void callBack(Subtask<? extends T> subtask) {
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            } else {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable e) {
            fail(e);
        }
    }
}
