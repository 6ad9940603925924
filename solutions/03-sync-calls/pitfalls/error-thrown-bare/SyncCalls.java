// Pitfall: a task's Error is thrown as it is, as if the caller's own thread had run into it.
// Why: an Error should not be caught, nor wrapped, it is said.
// Kind: other-shape
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
                scope.join().throwIfFailed(e -> {
                    if (e instanceof Error error) {
                        throw error;
                    }
                    return new ExecutionException(e);
                });
                results.add(subtask.get());
            }
        }
        return results;
    }
}
