// Pitfall: a plain scope waits for the whole batch, also when a task has failed and the others are of no use.
// Why: the failure is found and thrown, which is all that a quick test shows.
// Kind: cancels-nothing
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
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
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = new StructuredTaskScope<T>()) {
                var subtasks = batch.stream().map(task -> scope.<T>fork(task)).toList();
                scope.join();
                for (var subtask : subtasks) {
                    if (subtask.state() == Subtask.State.FAILED) {
                        throw new ExecutionException(subtask.exception());
                    }
                    results.add(subtask.get());
                }
            }
        }
        return results;
    }
}
