// Pitfall: counts in milliseconds, as an int, which overflows after 25 days: the deadline is in the past, and the
//     tasks are given up at once.
// Why: methods that wait take milliseconds, and an int looks large enough.
// Kind: ends-of-the-range
// Caught by: a timeout may be as long as a Duration can be
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
            var deadline = Instant.now().plusMillis((int) TimeUnit.MILLISECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
