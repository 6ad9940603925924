// Pitfall: unchecked exceptions are thrown as they are, as if the caller's own thread had failed.
// Why: nobody likes to handle an ExecutionException, and these need not be declared.
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
            scope.join().throwIfFailed(e -> {
                if (e instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                return new ExecutionException(e);
            });
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
