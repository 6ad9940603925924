// Pitfall: who ends counts down, and then looks whether it was the last: two that end together may both be, and the
//     next batch is forked twice.
// Why: each of the two is atomic; but only what decrementAndGet returns is nobody else's.
// Kind: not-one-step
// Caught by: in whatever order tasks end, a batch starts when the one before it is over, and results keep the order of the tasks
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@SuppressWarnings({"preview", "unchecked"})
public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, but is " + batchSize);
        }
        var results = new Object[tasks.size()];
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            forkBatch(scope, tasks, results, 0, batchSize);
            scope.join().throwIfFailed();
        }
        return (List<T>) Collections.unmodifiableList(Arrays.asList(results));
    }

    private static void forkBatch(StructuredTaskScope<Object> scope, List<? extends Callable<?>> tasks, Object[] results,
            int from, int batchSize) {
        int to = from + Math.min(batchSize, results.length - from);
        var left = new AtomicInteger(to - from);
        for (int i = from; i < to; i++) {
            int index = i;
            scope.fork(() -> {
                results[index] = tasks.get(index).call();
                left.decrementAndGet();
                if (left.get() == 0) {
                    // The last one of a batch starts the next.
                    forkBatch(scope, tasks, results, to, batchSize);
                }
                return null;
            });
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherInBatches(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
