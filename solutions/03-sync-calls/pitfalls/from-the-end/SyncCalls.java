// Pitfall: the last task runs first. The results are in the right order, and the tasks were not.
// Why: taking the last of a list is cheaper than taking the first, and addFirst puts it right again, it seems.
// Kind: wrong-order
// Caught by: every task is run once, in the order of the list
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
            for (var task : tasks.reversed()) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.addFirst(subtask.get());
            }
        }
        return results;
    }
}
