// Pitfall: a task that is cancelled while it waits gives a permit back that it never had, and one that isn't cancelled yet takes it.
// Why: acquire, then release in a finally: with acquire inside the try it looks the same.
// Kind: turn-lost
// Caught by: never more than the limit allows are in flight, also while those that wait are being cancelled
package structured.considerations;

import java.util.ArrayList;
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
            throw new IllegalArgumentException("maxInFlight: " + maxInFlight);
        }
        var turn = new Semaphore(Math.min(maxInFlight, 1 << 30));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>(tasks.size());
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.<T>fork(() -> {
                    try {
                        turn.acquire();
                        return task.call();
                    } finally {
                        turn.release();
                    }
                }));
            }
            scope.join().throwIfFailed();
            var results = new ArrayList<T>(subtasks.size());
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
            return results;
        }
    }
}
