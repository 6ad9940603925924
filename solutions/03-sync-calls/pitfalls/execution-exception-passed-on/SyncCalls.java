// Pitfall: an ExecutionException that a task throws is passed on as it is, so its cause is not the task's exception,
//     but that one's cause.
// Why: an ExecutionException inside an ExecutionException looks like a mistake.
// Kind: other-shape
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed(e -> e instanceof ExecutionException own ? own : new ExecutionException(e));
                results.add(subtask.get());
            }
        }
        return results;
    }
}
