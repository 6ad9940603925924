// Pitfall: the scope shuts down as soon as all even results are there: odd tasks that take longer are cancelled.
// Why: nobody waits for a result that nobody wants.
// Kind: over-too-early
// Caught by: every task, odd or even, is run once, and to its end
package structured.gathereven;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var missing = new AtomicInteger(tasks.size() / 2);
        var results = new Object[tasks.size() / 2];
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int i = 0; i < tasks.size(); i += 2) {
                scope.fork(tasks.get(i));
            }
            for (int i = 1; i < tasks.size(); i += 2) {
                int place = i;
                scope.fork(() -> {
                    results[place / 2] = tasks.get(place).call();
                    if (missing.decrementAndGet() == 0) {
                        scope.shutdown();
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Arrays.asList(results);
        return list;
    }
}
