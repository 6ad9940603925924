// Pitfall: adds all other failures to the first one: where two tasks throw the same exception, it is added to itself, which throws an
//     IllegalArgumentException.
// Why: suppressed exceptions are a good place for the others; that two may be one and the same is hard to think of.
// Caught by: a failure arrives with the task's own exception, long before the deadline, and cancels the others
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
            scope.joinUntil(deadline);
            subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.FAILED).map(Subtask::exception).reduce((first, next) -> {
                first.addSuppressed(next);
                return first;
            });
            scope.throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
