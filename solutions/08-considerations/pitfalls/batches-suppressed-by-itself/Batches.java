// Pitfall: adds all other failures to the first one: where two tasks throw the same exception, it is added to itself, which throws an
//     IllegalArgumentException.
// Why: suppressed exceptions are a good place for the others; that two may be one and the same is hard to think of.
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
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
            scope.join();
            subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.FAILED).map(Subtask::exception).reduce((first, next) -> {
                first.addSuppressed(next);
                return first;
            });
            scope.throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
