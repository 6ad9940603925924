// Pitfall: after an interrupt the scope is shut down, and not closed: the caller leaves while the tasks tidy up.
// Why: an interrupt is urgent, so it seems wrong to wait for anything.
// Kind: left-running
// Caught by: no task outlives the call
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        var subtasks = tasks.stream().map(scope::fork).toList();
        try {
            scope.join();
        } catch (InterruptedException e) {
            scope.shutdown();
            throw e;
        }
        try (scope) {
            scope.throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
