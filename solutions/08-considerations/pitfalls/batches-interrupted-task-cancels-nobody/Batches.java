// Pitfall: a task that ends with an InterruptedException is reported as failed, but the others go on.
// Why: who is interrupted seems to have been cancelled, with all the others; but a task may throw it by itself.
// Kind: whose-interrupt
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            results.addAll(gather(tasks.subList(from, Math.min(from + batchSize, tasks.size()))));
        }
        return results;
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                if (subtask.state() == Subtask.State.FAILED) {
                    failure.compareAndSet(null, subtask.exception());
                    if (!(subtask.exception() instanceof InterruptedException)) {
                        shutdown();
                    }
                }
            }
        }) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join();
            if (failure.get() == null) {
                return subtasks.stream().map(Subtask::get).toList();
            }
        }
        throw new ExecutionException(failure.get());
    }
}
