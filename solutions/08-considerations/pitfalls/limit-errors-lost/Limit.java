// Pitfall: catches a task's exceptions in the subtask, and shuts down by itself. An Error slips past: its task's result is
//     null, and the others go on.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure arrives with the task's own exception, and cancels the others
package structured.considerations;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

public final class Limit {

    private Limit() {}

    @SuppressWarnings("unchecked")
    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        var results = (T[]) new Object[tasks.size()];
        var failure = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope<>()) {
            IntStream.range(0, results.length).forEach(i -> scope.fork(() -> {
                permits.acquire();
                try {
                    results[i] = tasks.get(i).call();
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    scope.shutdown();
                } finally {
                    permits.release();
                }
                return null;
            }));
            scope.join();
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return Arrays.asList(results);
    }
}
