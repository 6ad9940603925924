// Pitfall: a failure is kept until all the tasks have run: those after it start all the same.
// Why: asyncio.gather has return_exceptions, and nothing should get lost.
// Kind: goes-on-after-the-end
// Caught by: after a failure no other task starts
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
        ExecutionException failure = null;
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            } catch (ExecutionException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}
