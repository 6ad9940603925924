// Pitfall: counts the results as they come, so it depends on chance which of them are the even ones.
// Why: each task adds its own result as soon as it has one; with a synchronized list that is even thread-safe.
// Kind: wrong-order
// Caught by: the results of the even tasks keep their order, also when they finish in reverse
// Caught by: in whatever order tasks end, none is left out, and results keep the order of the tasks
package structured.gathereven;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var completed = Collections.synchronizedList(new ArrayList<T>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                scope.fork(() -> completed.add(task.call()));
            }
            scope.join().throwIfFailed();
        }
        var results = new ArrayList<T>();
        for (int i = 1; i < completed.size(); i += 2) {
            results.add(completed.get(i));
        }
        return results;
    }
}
