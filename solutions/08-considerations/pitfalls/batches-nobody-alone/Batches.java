// Pitfall: if a single task would be left for the last batch, the one before it is cut in half: it is not full.
// Why: a batch of one takes as long as a whole one; but two smaller ones are not faster.
// Kind: held-back
// Caught by: the tasks of a batch are in flight at the same time
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings({"preview", "unchecked"})
public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, but is " + batchSize);
        }
        int size = tasks.size();
        var results = new ArrayList<T>(size);
        for (int from = 0; from < size; ) {
            int left = size - from;
            int count = Math.min(batchSize, left);
            if (left == batchSize + 1) {
                // A last batch of one would take as long as a whole one: share what is left.
                count = (left + 1) / 2;
            }
            results.addAll(Batches.<T>gather(tasks.subList(from, from + count)));
            from += count;
        }
        return results;
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task::call));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
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
