// Pitfall: runs each batch with invokeAll: on threads that know no scope, and without cancelling anything when a task
//     fails.
// Why: invokeAll runs a list of tasks and waits for them, which is half of what is wanted.
// Kind: no-scope
// Caught by: every task is forked by a scope that belongs to the call
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < tasks.size(); from += batchSize) {
                var batch = new ArrayList<Callable<T>>();
                tasks.subList(from, Math.min(from + batchSize, tasks.size())).forEach(task -> batch.add(task::call));
                for (var future : executor.invokeAll(batch)) {
                    results.add(future.get());
                }
            }
        }
        return results;
    }
}
