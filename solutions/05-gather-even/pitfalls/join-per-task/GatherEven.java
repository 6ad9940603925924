// Pitfall: waits for each task before it forks the next, so nothing overlaps.
// Why: the loop that counts the tasks is already there, so it forks and joins them as well.
// Kind: waits-in-the-loop
// Caught by: all tasks, odd and even, are in flight at the same time
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            int i = 1;
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                if (i++ % 2 == 0) {
                    results.add(subtask.get());
                }
            }
        }
        return results;
    }
}
