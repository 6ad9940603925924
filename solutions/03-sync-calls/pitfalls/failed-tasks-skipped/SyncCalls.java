// Pitfall: a failed task is left out, and the caller never hears of it.
// Why: one bad task shouldn't spoil the others, and a plain scope makes it easy to filter.
// Kind: failure-lost
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope<T>()) {
                var subtask = scope.<T>fork(task);
                scope.join();
                if (subtask.state() == Subtask.State.SUCCESS) {
                    results.add(subtask.get());
                }
            }
        }
        return results;
    }
}
