// Pitfall: forks a task and waits for it, until a deadline of its own: nothing overlaps, and all together may take much
//     longer.
// Why: a deadline for one task is easy, and a loop makes it one for all.
// Kind: waits-in-the-loop
// Caught by: all tasks are in flight at the same time
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        var results = new ArrayList<T>();
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                Subtask<T> subtask = scope.fork(task::call);
                scope.joinUntil(Instant.now().plus(timeout)).throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
