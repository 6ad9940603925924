// Pitfall: what is left over after the last full batch is run one task after the other.
// Why: the loop goes over the full batches, and what remains is dealt with after it.
// Kind: held-back
// Caught by: the tasks of a batch are in flight at the same time
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
        int from = 0;
        for (; from + batchSize <= tasks.size(); from += batchSize) {
            results.addAll(gather(tasks.subList(from, from + batchSize)));
        }
        for (; from < tasks.size(); from++) {
            results.addAll(gather(tasks.subList(from, from + 1)));
        }
        return results;
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
