// Pitfall: close() comes last instead of in a finally, so after a failure nobody waits until the others have ended.
// Why: shutdown() already cancels, and waiting for what is cancelled seems to be a waste.
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
        scope.throwIfFailed();
        scope.close();
        var results = new ArrayList<T>();
        for (int i = 1; i < subtasks.size(); i += 2) {
            results.add(subtasks.get(i).get());
        }
        return results;
    }
}
