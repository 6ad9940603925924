// Pitfall: refuses a timeout of zero or less with an IllegalArgumentException.
// Why: it looks like a mistake of the caller's; but a deadline that has passed is what comes out when one subtracts
//     what is used up already.
// Kind: smallest-input
// Caught by: a timeout of zero or less is over at once: tasks that run are late, no tasks are not
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
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("no time: " + timeout);
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
