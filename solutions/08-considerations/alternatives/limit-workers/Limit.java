// Alternative: so many workers, and each takes the next task when it has done one: as many threads as may run, and no
//     more.
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
                        // If the task has set its thread's interrupt, it is none of the next one's. That of a cancellation comes
                        // after the shutdown, which is asked for next.
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
