// Pitfall: nobody looks at failures: get() of a failed subtask throws an IllegalStateException that hides the real one.
// Why: join alone reads as if it would throw what went wrong, as in other libraries.
// Kind: failure-lost
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
        try (var scope = new StructuredTaskScope<T>()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
