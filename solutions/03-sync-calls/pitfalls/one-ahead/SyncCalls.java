// Pitfall: the next task is forked before the one ahead of it is over.
// Why: fetching the next page while one reads this one is a well-known trick.
// Kind: too-many-at-once
// Caught by: never are two tasks in flight
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
        for (int i = 0; i < tasks.size(); i += 2) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtask = scope.fork(tasks.get(i));
                var next = i + 1 < tasks.size() ? scope.fork(tasks.get(i + 1)) : null;
                scope.join().throwIfFailed();
                results.add(subtask.get());
                if (next != null) {
                    results.add(next.get());
                }
            }
        }
        return results;
    }
}
