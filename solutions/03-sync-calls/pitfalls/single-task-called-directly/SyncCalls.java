// Pitfall: a single task is called in the caller's own thread: no scope, no virtual thread.
// Why: for one task a scope seems too much.
// Kind: wrong-thread
// Caught by: every task runs on a virtual thread
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
        if (tasks.size() == 1) {
            try {
                return Collections.singletonList(tasks.getFirst().call());
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
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
