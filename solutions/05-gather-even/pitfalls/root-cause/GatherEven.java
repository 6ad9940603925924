// Pitfall: reports the innermost cause in place of the task's exception.
// Why: the root cause is what people want to see in a log.
// Kind: other-shape
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
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed(e -> new ExecutionException(rootOf(e)));
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
