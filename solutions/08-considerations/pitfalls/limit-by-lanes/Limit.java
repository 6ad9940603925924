// Pitfall: deals the tasks out to so many lanes in advance: one that is behind a slow task waits, while other lanes are
//     free.
// Why: each lane has one task at a time, so the limit is kept without a semaphore.
// Kind: held-back
// Caught by: when a task ends the next one starts, also while another one is still running
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
            for (int lane = 0; lane < maxInFlight; lane++) {
                var first = lane;
                scope.fork(() -> {
                    for (int i = first; i < tasks.size(); i += maxInFlight) {
                        results.set(i, tasks.get(i).call());
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
            return results;
        }
    }
}
