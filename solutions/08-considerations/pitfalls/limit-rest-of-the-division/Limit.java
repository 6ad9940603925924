// Pitfall: each of so many workers gets its share of the tasks, and the rest of the division is nobody's.
// Why: the number of tasks can be divided by the number of workers in every example that one tries.
// Kind: left-out
// Caught by: more tasks than the limit allows are never in flight
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
        int workers = Math.max(1, Math.min(maxInFlight, tasks.size()));
        int share = tasks.size() / workers;
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int worker = 0; worker < workers; worker++) {
                int from = worker * share;
                scope.fork(() -> {
                    for (int i = from; i < from + share && !scope.isShutdown(); i++) {
                        results.set(i, tasks.get(i).call());
                        Thread.interrupted();
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
            return results;
        }
    }
}
