// Pitfall: keeps the results under the names of their tasks, which are sorted like words: the tenth task comes before
//     the second.
// Why: threads and tasks tend to have such names, and up to nine of them all is well.
// Kind: wrong-order
// Caught by: a service that refuses some of many requests at once refuses none of as many within its limit
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
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
        var results = Collections.synchronizedMap(new TreeMap<String, T>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int i = 0; i < tasks.size(); i++) {
                var task = tasks.get(i);
                var name = "task-" + i;
                scope.fork(() -> {
                    permits.acquire();
                    try {
                        return results.put(name, task.call());
                    } finally {
                        permits.release();
                    }
                });
            }
            scope.join().throwIfFailed();
            return new ArrayList<>(results.values());
        }
    }
}
