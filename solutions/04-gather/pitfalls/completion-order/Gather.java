// Pitfall: results come in the order in which the tasks finish.
// Why: each task adds its own result as soon as it has one; with a synchronized list that is even thread-safe.
// Kind: wrong-order
// Caught by: results keep the order of the tasks, also when they finish in reverse
package structured.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = Collections.synchronizedList(new ArrayList<T>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                scope.fork(() -> results.add(task.call()));
            }
            scope.join().throwIfFailed();
        }
        return results;
    }
}
