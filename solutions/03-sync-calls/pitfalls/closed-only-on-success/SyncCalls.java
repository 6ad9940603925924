// Pitfall: close() comes last instead of in a finally, so after an interrupt nobody waits until the task has ended.
// Why: shutdown() already cancels, and waiting for what is cancelled seems to be a waste.
// Kind: left-running
// Caught by: no task outlives the call
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        for (var task : tasks) {
            var subtask = scope.fork(task);
            try {
                scope.join();
            } catch (InterruptedException e) {
                scope.shutdown();
                throw e;
            }
            scope.throwIfFailed();
            results.add(subtask.get());
        }
        scope.close();
        return results;
    }
}
