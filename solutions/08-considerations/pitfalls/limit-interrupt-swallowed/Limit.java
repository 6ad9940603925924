// Pitfall: an interrupt of the caller is noted and hidden: it gets null for all that was cancelled.
// Why: restoring the interrupt status is the right thing where InterruptedException cannot be thrown; here it can.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the tasks
package structured.considerations;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

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
            try {
                scope.join().throwIfFailed();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Collections.nCopies(tasks.size(), null);
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
