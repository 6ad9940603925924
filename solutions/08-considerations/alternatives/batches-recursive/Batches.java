// Alternative: the first batch, and then the same for the rest: no index, and no off-by-one, where lists are short.
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
        if (tasks.size() <= batchSize) {
            return gather(tasks);
        }
        var results = new ArrayList<T>(gather(tasks.subList(0, batchSize)));
        results.addAll(gatherInBatches(tasks.subList(batchSize, tasks.size()), batchSize));
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
