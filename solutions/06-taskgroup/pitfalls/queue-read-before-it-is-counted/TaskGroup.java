// Pitfall: the owner takes a task that has ended from a queue before it asks whether any is left: without tasks it
//     waits forever.
// Why: do before while: the first round is always needed, except when it is not.
// Kind: smallest-input
// Caught by: each task is run once, and its result is handed over once, be it null or equal to another one
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

    /** What is to be done about each task that has ended; only the owner does it. */
    private final BlockingQueue<Runnable> done = new LinkedBlockingQueue<>();

    private Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.SUCCESS) {
            var result = subtask.get();
            done.add(() -> whenDone.accept(result));
        } else {
            var exception = subtask.exception();
            done.add(() -> fail(exception));
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
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(group::fork);
            var left = tasks.size();
            do {
                group.callNext();
            } while (--left > 0 && group.failure == null);
            group.join().throwIfFailed();
        }
    }

    private void callNext() throws InterruptedException {
        try {
            done.take().run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }
}
