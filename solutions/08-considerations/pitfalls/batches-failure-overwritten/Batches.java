// Pitfall: keeps the last failure, not the first: tasks that are cancelled fail too, with an InterruptedException.
// Why: only one task fails, as long as one does not count those that are cancelled for it.
// Kind: wrong-outcome
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
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
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    failure.set(e);
                    scope.shutdown();
                    return null;
                }
            })).toList();
            scope.join();
            if (failure.get() == null) {
                return subtasks.stream().map(Subtask::get).toList();
            }
        }
        throw new ExecutionException(failure.get());
    }
}
