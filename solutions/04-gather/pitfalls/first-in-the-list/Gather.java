// Pitfall: of all the failures, the first in the list is reported. That may be one of a task that was only cancelled.
// Why: going through the outcomes in order seems the natural way to look for one that went wrong.
// Kind: wrong-outcome
// Caught by: the failure that cancels the others is the one that is reported
package structured.gather;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new Object[tasks.size()];
        var failures = new Throwable[tasks.size()];
        try (var scope = new StructuredTaskScope<>()) {
            for (int i = 0; i < results.length; i++) {
                int place = i;
                scope.fork(() -> {
                    try {
                        results[place] = tasks.get(place).call();
                    } catch (Throwable e) {
                        failures[place] = e;
                        scope.shutdown();
                    }
                    return null;
                });
            }
            scope.join();
        }
        for (var failure : failures) {
            if (failure != null) {
                throw new ExecutionException(failure);
            }
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Arrays.asList(results);
        return list;
    }
}
