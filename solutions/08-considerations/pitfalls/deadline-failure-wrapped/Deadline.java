// Pitfall: the cause is an ExecutionException once more, and the task's own exception is one level deeper.
// Why: throwIfFailed takes a function that makes an exception of a failure, and it is not obvious that it makes one without it, too.
// Kind: other-shape
// Caught by: a failure arrives with the task's own exception, long before the deadline, and cancels the others
// Caught by: in whatever order threads take their steps, a failure in time arrives
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed(e -> new ExecutionException("a task failed", new ExecutionException(e)));
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
