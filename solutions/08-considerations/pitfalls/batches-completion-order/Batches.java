// Pitfall: each task adds its result to the list by itself: within a batch they come in the order in which they end.
// Why: nothing is simpler, and the batches themselves keep their order.
// Kind: wrong-order
// Caught by: results keep the order of the tasks, and the last batch may be smaller
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
        var results = Collections.synchronizedList(new ArrayList<T>());
        for (int from = 0; from < tasks.size(); from += batchSize) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                for (var task : tasks.subList(from, Math.min(from + batchSize, tasks.size()))) {
                    scope.fork(() -> results.add(task.call()));
                }
                scope.join().throwIfFailed();
            }
        }
        return results;
    }
}
