// Pitfall: calculates how many batches there are: with batches of Integer.MAX_VALUE the sum overflows, and no batch is
//     run.
// Why: to add one less than the divisor is how one rounds up; it is right for all the numbers that one tries.
// Kind: ends-of-the-range
// Caught by: each task is run once, and its result has its place, whatever the size of a batch
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
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        var batches = (tasks.size() + batchSize - 1) / batchSize;
        for (int i = 0; i < batches; i++) {
            results.addAll(gather(tasks.subList(i * batchSize, Math.min((i + 1) * batchSize, tasks.size()))));
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
