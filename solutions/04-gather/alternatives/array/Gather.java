// Alternative: each task puts its result into its own place of an array. The join makes all of them visible to the
//     caller.
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int i = 0; i < results.length; i++) {
                var place = i;
                scope.fork(() -> results[place] = tasks.get(place).call());
            }
            scope.join().throwIfFailed();
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Arrays.asList(results);
        return list;
    }
}
