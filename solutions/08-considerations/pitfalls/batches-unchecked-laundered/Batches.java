// Pitfall: takes unchecked exceptions out of their ExecutionException: they are thrown as if the caller's thread had
//     failed.
// Why: with Future.get it is an old custom, since nobody likes to handle an ExecutionException.
// Kind: other-shape
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = batch.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException unchecked -> throw unchecked;
                    case Error error -> throw error;
                    default -> throw e;
                }
            }
        }
        return results;
    }
}
