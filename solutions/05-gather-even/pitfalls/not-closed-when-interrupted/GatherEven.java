// Pitfall: after an interrupt the scope is shut down, and not closed: the caller leaves while the tasks tidy up.
// Why: an interrupt is urgent, so it seems wrong to wait for anything.
// Kind: left-running
// Caught by: no task outlives the call
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
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        var subtasks = tasks.stream().map(scope::fork).toList();
        try {
            scope.join();
        } catch (InterruptedException e) {
            scope.shutdown();
            throw e;
        }
        try (scope) {
            scope.throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
