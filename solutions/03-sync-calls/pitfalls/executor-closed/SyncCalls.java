// Pitfall: closing an executor waits for the running task, but doesn't cancel it when the caller is interrupted.
// Why: try-with-resources looks as if it would tidy up, as it does with a scope.
// Kind: no-scope
// Caught by: interrupting the caller cancels the running task
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) {
                results.add(executor.<T>submit(task::call).get());
            }
        }
        return results;
    }
}
