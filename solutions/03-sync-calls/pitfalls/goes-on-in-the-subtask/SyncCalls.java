// Pitfall: one subtask runs the whole loop, each task with a clean interrupt status. If the running task ignores that
//     it is cancelled, the next one starts.
// Why: a task should not suffer from an interrupt that the one before it has left behind.
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var all = scope.<List<T>>fork(() -> {
                var results = new ArrayList<T>();
                for (var task : tasks) {
                    results.add(task.call());
                    Thread.interrupted();
                }
                return results;
            });
            scope.join().throwIfFailed();
            return all.get();
        }
    }
}
