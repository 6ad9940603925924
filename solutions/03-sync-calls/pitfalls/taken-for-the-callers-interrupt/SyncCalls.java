// Pitfall: an InterruptedException that a task throws is passed on as if the caller had been interrupted.
// Why: the method declares InterruptedException, so it seems the right one to throw.
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
                scope.join();
                if (scope.exception().orElse(null) instanceof InterruptedException e) {
                    throw e;
                }
                scope.throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
