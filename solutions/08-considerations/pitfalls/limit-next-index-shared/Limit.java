// Pitfall: so many workers take the next task by ++ on a shared field: two that do so at once run the same task, and
//     another one is left out.
// Why: ++ looks like one step, and volatile looks like enough.
// Kind: not-one-step
// Caught by: in whatever order tasks start and end, more than the limit allows are never in flight, and results keep the order of the tasks
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
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        var next = new Next();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int worker = 0; worker < Math.min(maxInFlight, tasks.size()); worker++) {
                scope.fork(() -> {
                    for (int i = next.index++; i < tasks.size() && !scope.isShutdown(); i = next.index++) {
                        results.set(i, tasks.get(i).call());
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
            return results;
        }
    }

    private static final class Next {
        private volatile int index;
    }
}
