// Pitfall: waits for each task before it forks the next, so nothing overlaps.
// Why: fork, join and get stand together in one loop, as they do in the module before.
// Caught by: all tasks are in flight at the same time
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
