// Pitfall: a task that fails is tried once more. If that goes well, nobody hears of the failure.
// Why: most failures of a network go away by themselves.
// Kind: run-again
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
        for (var task : tasks) {
            T result;
            try {
                result = callOne(task);
            } catch (ExecutionException e) {
                result = callOne(task);
            }
            results.add(result);
        }
        return results;
    }

    private static <T> T callOne(Callable<? extends T> task) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(task);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
