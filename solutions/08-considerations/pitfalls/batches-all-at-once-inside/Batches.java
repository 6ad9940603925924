// Pitfall: a call inside a task of another one is all one batch: it belongs to one that is running already.
// Why: a task of a batch of four that makes a call for a hundred tasks runs a hundred at once.
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
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Batches {

    private static final ScopedValue<Boolean> IN_A_BATCH = ScopedValue.newInstance();

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        // It belongs to a batch that is running already.
        int size = IN_A_BATCH.isBound() ? Math.max(batchSize, tasks.size()) : batchSize;
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += size) {
            var batch = tasks.subList(from, Math.min(from + size, tasks.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = batch.stream().map(task -> scope.<T>fork(() -> ScopedValue.where(IN_A_BATCH, true).call(task::call))).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
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
