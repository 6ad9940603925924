// Pitfall: as many batches as there have to be, but evenly filled: none of them is full.
// Why: batches of much the same size look tidier than a last one with a single task.
// Kind: part-for-the-whole
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

@SuppressWarnings("preview")
public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1: " + batchSize);
        }
        // As many batches as needed, but evenly filled: no last batch with a single task.
        int size = tasks.size();
        int batches = size / batchSize + (size % batchSize == 0 ? 0 : 1);
        var results = new ArrayList<T>();
        for (int batch = 0, from = 0; batch < batches; batch++) {
            int to = from + size / batches + (batch < size % batches ? 1 : 0);
            results.addAll(gather(tasks.subList(from, to)));
            from = to;
        }
        return results;
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> batch) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : batch) {
                subtasks.add(scope.fork(task));
            }
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            subtasks.forEach(subtask -> results.add(subtask.get()));
            return results;
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
