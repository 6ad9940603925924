// Alternative: an iterator and a counter instead of sublists: it works for any source of tasks, also one that has no
//     size.
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (var next = tasks.iterator(); next.hasNext(); ) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var batch = new ArrayList<Subtask<? extends T>>();
                while (batch.size() < batchSize && next.hasNext()) {
                    batch.add(scope.fork(next.next()));
                }
                scope.join().throwIfFailed();
                batch.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }
}
