// Pitfall: returns to its caller in time, and leaves the tasks running behind its back.
// Why: close() waits for the tasks, and a deadline is there so that nobody has to wait.
// Kind: left-running
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        var deadline = Instant.now().plus(timeout);
        var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
        try {
            scope.joinUntil(deadline).throwIfFailed();
        } catch (InterruptedException | ExecutionException e) {
            scope.close();
            throw e;
        }
        scope.close();
        return subtasks.stream().map(Subtask::get).toList();
    }
}
