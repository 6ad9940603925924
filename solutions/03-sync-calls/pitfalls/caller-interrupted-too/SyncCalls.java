// Pitfall: when a task fails with an InterruptedException, the caller sets its own interrupt status. Nobody has
//     interrupted it.
// Why: who catches an InterruptedException has to set the status again: it is a good rule, for one's own thread.
// Kind: whose-interrupt
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
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
                scope.join().throwIfFailed();
                results.add(subtask.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
        return results;
    }
}
