// Pitfall: finds the place of a result by the task that made it: where a task is in the list twice, both results go to
//     the first place.
// Why: indexOf finds where a task was, and saves a counter; a list may have a task more than once.
// Kind: same-twice
// Caught by: each task is run once, and its result has its place, whatever the size of a batch
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
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
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = batch.stream().map(task -> scope.<T>fork(task::call)).toList();
                scope.join().throwIfFailed();
                for (int i = 0; i < batch.size(); i++) {
                    results.set(tasks.indexOf(batch.get(i)), subtasks.get(i).get());
                }
            }
            if (batchSize >= tasks.size() - from) {
                break;
            }
        }
        return results;
    }
}
