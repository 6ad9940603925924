// Pitfall: calls at the same time with the same tasks share one run of them.
// Why: what somebody else is fetching already need not be fetched again, as in a cache in front of a service.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Limit {

    private Limit() {}

    private static final ConcurrentHashMap<List<?>, CompletableFuture<Object>> IN_FLIGHT = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        var own = new CompletableFuture<Object>();
        var running = IN_FLIGHT.putIfAbsent(tasks, own);
        if (running != null) {
            return (List<T>) running.get();
        }
        try {
            var results = gatherLimitedOnItsOwn(tasks, maxInFlight);
            own.complete(results);
            return results;
        } catch (ExecutionException e) {
            own.completeExceptionally(e.getCause());
            throw e;
        } catch (InterruptedException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            own.completeExceptionally(new IllegalStateException("the call that ran the tasks has failed"));
            IN_FLIGHT.remove(tasks, own);
        }
    }

    private static <T> List<T> gatherLimitedOnItsOwn(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            // A waiting virtual thread costs next to nothing, so the tasks may as well wait for their turn in one.
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherLimited(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
