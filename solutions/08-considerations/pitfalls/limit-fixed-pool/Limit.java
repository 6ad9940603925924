// Pitfall: a pool of so many platform threads does limit the tasks, but knows no scope, and cancels nothing.
// Why: this is how it was done for twenty years.
// Kind: no-scope
// Caught by: every task is forked by a scope that belongs to the call
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        try (var pool = Executors.newFixedThreadPool(maxInFlight)) {
            var futures = tasks.stream().map(task -> pool.<T>submit(task::call)).toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
