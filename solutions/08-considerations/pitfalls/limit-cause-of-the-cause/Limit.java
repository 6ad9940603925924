// Pitfall: takes an ExecutionException that a task throws for a wrapper, and reports what is in it.
// Why: to unwrap until there is nothing to unwrap gives the root of it; but the exception is the task's own.
// Kind: other-shape
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
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        } catch (ExecutionException e) {
            throw new ExecutionException(e.getCause() instanceof ExecutionException wrapper ? wrapper.getCause() : e.getCause());
        }
    }
}
