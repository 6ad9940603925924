// Pitfall: a task that makes a call lends its place to another one meanwhile: more than the limit are in flight.
// Why: it only waits; but what it has begun counts, say its connections.
// Kind: too-many-at-once
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1: " + maxInFlight);
        }
        if (!HELD.isBound()) {
            return gather(tasks, maxInFlight);
        }
        // A task that only waits for a call of its own lets another one have its turn.
        var held = HELD.get();
        held.release();
        try {
            return gather(tasks, maxInFlight);
        } finally {
            held.acquireUninterruptibly();
        }
    }

    private static final ScopedValue<Semaphore> HELD = ScopedValue.newInstance();

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        var permits = new Semaphore(maxInFlight);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<StructuredTaskScope.Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    permits.acquire();
                    try {
                        return ScopedValue.where(HELD, permits).<T>call(task::call);
                    } finally {
                        permits.release();
                    }
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
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
