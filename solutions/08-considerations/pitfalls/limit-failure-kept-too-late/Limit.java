// Pitfall: a scope of its own shuts down first, and keeps the failure then: in between the caller wakes up, and finds
//     none.
// Why: both lines are there, and the moment between them is short.
// Kind: told-before-kept
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
        try (var scope = new Limited<T>()) {
            var subtasks = tasks.stream().map(task -> scope.fork(() -> {
                permits.acquire();
                try {
                    return (T) task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join();
            if (scope.failure != null) {
                throw new ExecutionException(scope.failure);
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static final class Limited<T> extends StructuredTaskScope<T> {
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && !isShutdown()) {
                shutdown();
                failure = subtask.exception();
            }
        }
    }
}
