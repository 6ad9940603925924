// Pitfall: looks at the clock every 100 ms: who is late by less is in time.
// Why: so nothing is added that could overflow; but the last tick has to be as short as what is left.
// Kind: deadline
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var start = Instant.now();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
            }
            while (true) {
                try {
                    scope.joinUntil(Instant.now().plusMillis(100));
                    break;
                } catch (TimeoutException tick) {
                    // elapsed time against timeout: nothing can overflow, not even with FOREVER
                    if (Duration.between(start, Instant.now()).compareTo(timeout) >= 0) {
                        throw tick;
                    }
                }
            }
            scope.throwIfFailed();
            var results = new ArrayList<T>();
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
            return results;
        }
    }
}
