// Pitfall: refuses a list without tasks, as if it were as wrong as a batch without.
// Why: one check for all the arguments that look odd.
// Kind: smallest-input
// Caught by: each task is run once, and its result has its place, whatever the size of a batch
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
        if (batchSize < 1 || tasks.isEmpty()) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = batch.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }
}
