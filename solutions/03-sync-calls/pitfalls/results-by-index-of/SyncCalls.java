// Pitfall: a result is put where indexOf finds its task: of a task that is in the list twice, always in its first
//     place.
// Why: with the task at hand and no counter, indexOf tells the place.
// Kind: same-twice
// Caught by: every result is in its task's place, be it null or equal to another
package structured.synccalls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.set(tasks.indexOf(task), subtask.get());
            }
        }
        return results;
    }
}
