// Pitfall: a task that fails is tried once more. If that goes well, nobody hears of the failure.
// Why: most failures of a network go away by themselves.
// Kind: run-again
// Caught by: a failure arrives as an ExecutionException, also when the task that fails is odd
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    return task.call();
                }
            })).toList();
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
