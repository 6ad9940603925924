// Pitfall: counts the tasks that run before it adds the new one, and lets it in when there are not more than the limit:
//     one too many.
// Why: is it < or <=? When in doubt, a semaphore counts better.
// Kind: too-many-at-once
// Caught by: more tasks than the limit allows are never in flight
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var inFlight = new AtomicInteger();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                while (inFlight.getAndUpdate(n -> n <= maxInFlight ? n + 1 : n) > maxInFlight) {
                    Thread.sleep(1);
                }
                try {
                    return task.call();
                } finally {
                    inFlight.decrementAndGet();
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
