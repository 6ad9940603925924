// Pitfall: makes two batches: the first one is as big as it may be, and the second one is all the rest.
// Why: an if where a loop is needed, and the examples at hand had no more than two.
// Kind: too-many-at-once
// Caught by: a service that serves three requests at a time refuses none that come in batches of three
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
        results.addAll(gather(tasks.subList(0, Math.min(batchSize, tasks.size()))));
        if (batchSize < tasks.size()) {
            results.addAll(gather(tasks.subList(batchSize, tasks.size())));
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
