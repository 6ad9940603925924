// Pitfall: the cause is an ExecutionException once more, and the task's own exception is one level deeper.
// Why: throwIfFailed takes a function that makes an exception of a failure, and it is not obvious that it makes one without it, too.
// Kind: other-shape
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
// Caught by: in whatever order tasks end, after a failure no other batch starts, and none of the tasks goes on
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
        for (int from = 0; from < tasks.size(); from += batchSize) {
            results.addAll(gather(tasks.subList(from, Math.min(from + batchSize, tasks.size()))));
        }
        return results;
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join().throwIfFailed(e -> new ExecutionException("a task failed", new ExecutionException(e)));
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
