// Pitfall: workers run one task after the other, and hand the interrupt that a task has set on to the next one, whose first wait ends
//     with an InterruptedException.
// Why: a worker that asks whether the scope is shut down seems to know all that there is to know of interrupts.
// Kind: whose-interrupt
// Caught by: each task is run once, and its result has its place, whatever the limit
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var next = new AtomicInteger();
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int worker = 0; worker < Math.min(maxInFlight, tasks.size()); worker++) {
                scope.fork(() -> {
                    for (int i; !scope.isShutdown() && (i = next.getAndIncrement()) < tasks.size(); ) {
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
