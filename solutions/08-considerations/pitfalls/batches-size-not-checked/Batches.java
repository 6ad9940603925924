// Pitfall: a batch of no tasks is never a step further: with a batch size of 0 the loop goes on forever.
// Why: nobody would call it with that.
// Kind: bad-argument
// Caught by: a batch of less than one task is refused, and no task is run
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
