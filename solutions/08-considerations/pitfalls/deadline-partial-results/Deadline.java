// Pitfall: past the deadline it returns what there is: nobody can tell which results are missing.
// Why: half the results seem better than an exception.
// Kind: deadline
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
// Caught by: at the deadline itself the call is in time or late, and leaves its caller as it was
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
            try {
                scope.joinUntil(deadline);
            } catch (TimeoutException e) {
                scope.shutdown();
                scope.join();
            }
            scope.throwIfFailed();
            return subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.SUCCESS)
                    .map(Subtask::get).toList();
        }
    }
}
