// Pitfall: on an interrupt the caller waits once more, so the task runs to its end instead of being cancelled.
// Why: it seems polite to let a task finish what it has begun.
// Kind: interrupt-unheard
// Caught by: interrupting the caller cancels the running task
// Caught by: a caller that is interrupted already doesn't wait
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
                    scope.join();
                } catch (InterruptedException e) {
                    scope.join();
                    throw e;
                }
                scope.throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
