// Pitfall: adds all other failures to the first one: where two tasks throw the same exception, it is added to itself, which throws an
//     IllegalArgumentException.
// Why: suppressed exceptions are a good place for the others; that two may be one and the same is hard to think of.
// Caught by: a failure arrives with the task's own exception, and cancels the others
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
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
