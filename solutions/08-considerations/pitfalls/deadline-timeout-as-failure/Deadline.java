// Pitfall: past the deadline the tasks are cancelled, but the caller gets an ExecutionException, as if one of them had
//     failed.
// Why: throwIfFailed throws ExecutionException, and one kind of exception is easier to catch.
// Kind: deadline
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plus(timeout);
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }
}
