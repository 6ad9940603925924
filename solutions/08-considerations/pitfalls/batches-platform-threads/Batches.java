// Pitfall: runs the tasks on platform threads, which are dear, while they mostly wait.
// Why: the scope has a constructor that wants a factory, and this one comes first to mind.
// Kind: wrong-thread
// Caught by: every task is forked by a scope that belongs to the call
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
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure("tasks", Thread.ofPlatform().factory())) {
                var subtasks = batch.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }
}
