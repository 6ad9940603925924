// Pitfall: an interrupt cancels the running task only: the others still run, and the caller hears of it at the end.
// Why: the loop has to go on, so the exception is kept for later.
// Kind: goes-on-after-the-end
// Caught by: after an interrupt no other task starts
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
        InterruptedException interruption = null;
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            } catch (InterruptedException e) {
                interruption = e;
            }
        }
        if (interruption != null) {
            throw interruption;
        }
        return results;
    }
}
