// Pitfall: copies the results with List.copyOf, which takes no null, though a task may return it.
// Why: an unmodifiable list is a good thing to return; Stream.toList makes one that takes null.
// Kind: result-misread
// Caught by: results keep the order of the tasks, and the last batch may be smaller
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
            }
        }
        return List.copyOf(results);
    }
}
