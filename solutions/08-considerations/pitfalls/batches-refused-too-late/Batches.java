// Pitfall: a size that makes no sense is put right first, and refused at the end, when all the tasks have been run.
// Why: what cannot be returned need not be looked at before the return.
// Kind: bad-argument
// Caught by: a batch of less than one task is refused, and no task is run
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        var size = Math.max(1, batchSize);
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += size) {
            results.addAll(gather(tasks.subList(from, Math.min(from + size, tasks.size()))));
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
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
