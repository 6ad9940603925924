// Pitfall: do-while: an empty list of tasks ends in a NoSuchElementException.
// Why: fork, join, and again while there is more: nobody thinks of none.
// Kind: smallest-input
// Caught by: every result is in its task's place, be it null or equal to another
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
        var remaining = tasks.iterator();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            do {
                var subtask = scope.fork(remaining.next());
                scope.join().throwIfFailed();
                results.add(subtask.get());
            } while (remaining.hasNext());
        }
        return results;
    }
}
