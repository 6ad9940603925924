// Pitfall: each batch is run inside the call for the one before it: some thousand tasks in small batches overflow the stack.
// Why: a continuation reads like what comes next, and yet Java keeps the frames of all who wait for it.
// Kind: left-out
// Caught by: each task is run once, and its result has its place, whatever the size of a batch
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

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, but is " + batchSize);
        }
        var results = new ArrayList<T>(tasks.size());
        gatherFrom(0, tasks, batchSize, results);
        return results;
    }

    private interface Continuation<T> {
        void accept(List<Subtask<? extends T>> batch) throws InterruptedException, ExecutionException;
    }

    private static <T> void gatherFrom(int from, List<? extends Callable<? extends T>> tasks, int batchSize, List<T> results)
            throws InterruptedException, ExecutionException {
        if (from == tasks.size()) {
            return;
        }
        var to = from + Math.min(batchSize, tasks.size() - from);
        runBatch(tasks.subList(from, to), batch -> {
            for (var subtask : batch) {
                results.add(subtask.get());
            }
            gatherFrom(to, tasks, batchSize, results);
        });
    }

    private static <T> void runBatch(List<? extends Callable<? extends T>> batch, Continuation<T> then)
            throws InterruptedException, ExecutionException {
        var subtasks = new ArrayList<Subtask<? extends T>>(batch.size());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : batch) {
                subtasks.add(scope.fork(task));
            }
            scope.join().throwIfFailed();
        }
        then.accept(subtasks);
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
