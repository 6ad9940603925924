// Pitfall: a call inside a task has no more in flight than the limit of the outer call allows.
// Why: whoever spares a service wants that to hold below, too; but the inner call may be for another one.
// Kind: shared-by-calls
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
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings({"preview", "unchecked"})
public final class Limit {

    private Limit() {}

    private static final ScopedValue<Integer> CEILING = ScopedValue.newInstance();

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, but is " + maxInFlight);
        }
        // A call in a call must not put more load on the service than the outer one may.
        int limit = Math.min(maxInFlight, CEILING.orElse(Integer.MAX_VALUE));
        var permits = new Semaphore(limit);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    permits.acquire();
                    try {
                        return ScopedValue.where(CEILING, limit).<T>call(task::call);
                    } finally {
                        permits.release();
                    }
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
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
