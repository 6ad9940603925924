// Pitfall: the scope is never closed: nobody waits for the tasks that a failure has cancelled.
// Why: without try-with-resources it compiles, and works while nothing goes wrong.
// Kind: left-running
// Caught by: no task outlives the call
// Caught by: interrupting the caller cancels the tasks
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
        scope.join().throwIfFailed();
        var results = new ArrayList<T>();
        for (int i = 1; i < subtasks.size(); i += 2) {
            results.add(subtasks.get(i).get());
        }
        return results;
    }
}
