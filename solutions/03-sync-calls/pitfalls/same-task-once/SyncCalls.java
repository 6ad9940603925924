// Pitfall: the tasks go through a set first, so one that stands in the list several times is run once.
// Why: a set of tasks looks like a guard against doing the same work twice.
// Kind: same-twice
// Caught by: every task is run once, in the order of the list
package structured.synccalls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
            for (var task : new LinkedHashSet<>(tasks)) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
