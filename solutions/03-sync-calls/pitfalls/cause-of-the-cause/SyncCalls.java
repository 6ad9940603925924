// Pitfall: the failure is wrapped twice, so that its cause is another ExecutionException.
// Why: catch, wrap and rethrow is done by reflex.
// Kind: other-shape
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
// Caught by: in whatever order threads take their steps, nothing starts after a failure, and the failure arrives
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                try {
                    scope.join().throwIfFailed();
                } catch (ExecutionException e) {
                    throw new ExecutionException("task %d failed".formatted(results.size() + 1), e);
                }
                results.add(subtask.get());
            }
        }
        return results;
    }
}
