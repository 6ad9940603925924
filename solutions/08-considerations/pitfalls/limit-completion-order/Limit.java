// Pitfall: collects the results as the tasks end, not in the order of the tasks.
// Why: with a list that all may add to, no subtask has to be kept.
// Kind: wrong-order
// Caught by: results keep the order of the tasks, and may be null
// Caught by: in whatever order tasks start and end, more than the limit allows are never in flight, and results keep the order of the tasks
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        var results = Collections.synchronizedList(new ArrayList<T>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            tasks.forEach(task -> scope.fork(() -> {
                permits.acquire();
                try {
                    return results.add(task.call());
                } finally {
                    permits.release();
                }
            }));
            scope.join().throwIfFailed();
            return results;
        }
    }
}
