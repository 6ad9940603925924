// Pitfall: collects the results as the tasks end, not in the order of the tasks.
// Why: what came in time is in the queue, so that nobody has to ask which task is done.
// Kind: wrong-order
// Caught by: results that come in time keep the order of the tasks, and may be null
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var results = Collections.synchronizedList(new ArrayList<T>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            tasks.forEach(task -> scope.fork(() -> results.add(task.call())));
            scope.joinUntil(Instant.now().plus(timeout)).throwIfFailed();
        }
        return results;
    }
}
