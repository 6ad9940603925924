// Pitfall: the group collects what is done, and forEachDone calls back when the join is over. Who uses the group by itself gets nothing.
// Why: the results are all there by then, and a loop over them is simple.
// Kind: handed-over-late
// Caught by: a result is handed over while others still run, and a slow callback holds up none of them
package structured.taskgroup;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Queue<Subtask<? extends T>> done = new ConcurrentLinkedQueue<>();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        // forEachDone has it, and calls back itself.
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
        } else {
            done.add(subtask);
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        shutdown();
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
            group.join();
            group.throwIfFailed();
            for (var subtask : group.done) {
                whenDone.accept(subtask.get());
            }
        }
    }
}
