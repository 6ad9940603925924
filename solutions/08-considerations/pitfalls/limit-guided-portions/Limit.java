// Pitfall: each worker takes a portion of the tasks at a time, large ones first: those behind a slow one wait,
//     though another worker has nothing to do.
// Why: that is how loops of equal steps are shared out; requests take as long as they take.
// Kind: held-back
// Caught by: when a task ends the next one starts, also while another one is still running
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, but is " + maxInFlight);
        }
        int size = tasks.size();
        int workers = Math.min(maxInFlight, size);
        var results = new Object[size];
        var next = new AtomicInteger();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int w = 0; w < workers; w++) {
                scope.fork(() -> {
                    while (true) {
                        // Guided scheduling: large portions first, single tasks in the end.
                        int from = next.getAndUpdate(i -> i + portion(size - i, workers));
                        if (from >= size) {
                            return null;
                        }
                        int to = from + portion(size - from, workers);
                        for (int i = from; i < to; i++) {
                            Thread.interrupted();
                            if (scope.isShutdown()) {
                                throw new InterruptedException();
                            }
                            results[i] = tasks.get(i).call();
                        }
                    }
                });
            }
            scope.join().throwIfFailed();
        }
        return (List<T>) Collections.unmodifiableList(Arrays.asList(results));
    }

    private static int portion(int left, int workers) {
        return left <= 0 ? 0 : Math.max(1, left / (2 * Math.min(workers, left)));
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
