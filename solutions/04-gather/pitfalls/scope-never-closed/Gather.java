// Pitfall: the scope is never closed: nobody waits for the tasks that a failure has cancelled.
// Why: without try-with-resources it compiles, and works while nothing goes wrong.
// Kind: left-running
// Caught by: no task outlives the call
// Caught by: interrupting the caller cancels the tasks
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
        scope.join().throwIfFailed();
        return subtasks.stream().<T>map(Subtask::get).toList();
    }
}
