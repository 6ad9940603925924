// Pitfall: a caller that comes with its interrupt status set gets an empty list, not an InterruptedException.
// Why: checking at the start saves work that nobody waits for, and some value has to be returned.
// Kind: interrupt-swallowed
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
        if (Thread.currentThread().isInterrupted()) {
            return List.of();
        }
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
