// Pitfall: the cause is an ExecutionException once more, and the task's own exception is one level deeper.
// Why: throwIfFailed takes a function that makes an exception of a failure, and it is not obvious that it makes one without it, too.
// Kind: other-shape
// Caught by: a failure arrives with the task's own exception, and cancels the others
// Caught by: a service that refuses some of many requests at once refuses none of as many within its limit
// Caught by: in whatever order tasks start and end, a failure ends the call, and none of the tasks goes on
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
            scope.join().throwIfFailed(e -> new ExecutionException("a task failed", new ExecutionException(e)));
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
