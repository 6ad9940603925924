// Pitfall: groups the tasks into a map by the place of the first of each batch: with more than a few batches, some
//     later ones run first.
// Why: small whole numbers come out of a HashMap in their order, as long as they are smaller than its table.
// Kind: wrong-order
// Caught by: after a failure no other batch starts, and no task goes on
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
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Batches {

    private Batches() {}

    @SuppressWarnings("unchecked")
    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1: " + batchSize);
        }
        // The index of a batch's first task -> the indices of its tasks
        var batches = IntStream.range(0, tasks.size()).boxed().collect(Collectors.groupingBy(i -> i - i % batchSize));
        var results = (T[]) new Object[tasks.size()];
        for (var batch : batches.values()) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = new ArrayList<Subtask<T>>(batch.size());
                for (int i : batch) {
                    Callable<? extends T> task = tasks.get(i);
                    subtasks.add(scope.fork(task));
                }
                scope.join().throwIfFailed();
                for (int k = 0; k < subtasks.size(); k++) {
                    results[batch.get(k)] = subtasks.get(k).get();
                }
            }
        }
        return Collections.unmodifiableList(Arrays.asList(results));
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
