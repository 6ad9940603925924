// Pitfall: counts in whole seconds: with 1.5 seconds the tasks have one, and with less than a second none.
// Why: timeouts are whole seconds wherever one has tried it.
// Kind: part-for-the-whole
// Caught by: results that come in time keep the order of the tasks, and may be null
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
            var deadline = Instant.now().plusSeconds(timeout.toSeconds());
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
