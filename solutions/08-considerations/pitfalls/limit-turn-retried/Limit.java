// Pitfall: when its wait for a permit is interrupted, a task waits again: all that waited are run although the call
//     has failed.
// Why: an interrupt in the middle of a wait looks like a false alarm, and a loop deals with it.
// Kind: goes-on-after-the-end
// Caught by: a failure ends the call also when others are still waiting for their turn
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
                acquire(permits);
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static void acquire(Semaphore permits) {
        while (true) {
            try {
                permits.acquire();
                return;
            } catch (InterruptedException e) {
                // Once more.
            }
        }
    }
}
