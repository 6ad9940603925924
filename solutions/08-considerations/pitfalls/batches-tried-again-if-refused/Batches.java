// Pitfall: runs a task again that the service has refused.
// Why: a 429 asks for that; but the contract says once, and whoever calls may know better.
// Kind: run-again
// Caught by: a failure arrives with the task's own exception, and cancels the rest of its batch
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1: " + batchSize);
        }
        var results = new ArrayList<T>(tasks.size());
        for (int from = 0, to; from < tasks.size(); from = to) {
            to = from + Math.min(batchSize, tasks.size() - from);
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = tasks.subList(from, to).stream().map(task -> scope.<T>fork(() -> patiently(task))).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }

    private static <T> T patiently(Callable<? extends T> task) throws Exception {
        while (true) {
            try {
                return task.call();
            } catch (RateLimitedService.TooManyRequests e) {
                Thread.sleep(Duration.ofSeconds(1));
            }
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
