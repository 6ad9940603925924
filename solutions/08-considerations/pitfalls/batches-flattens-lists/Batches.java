// Pitfall: puts the lists of all batches together by going into every list, also into one that is a result.
// Why: a batch is a list of results; but so may a result be.
// Kind: result-misread
// Caught by: each task is run once, and its result has its place, whatever the size of a batch
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Batches {

    private Batches() {}

    private static List<Object> gather(List<? extends Callable<?>> batch) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var forks = new ArrayList<StructuredTaskScope.Subtask<?>>();
            for (var task : batch) {
                forks.add(scope.fork(task));
            }
            scope.join().throwIfFailed();
            var results = new ArrayList<Object>();
            forks.forEach(fork -> results.add(fork.get()));
            return results;
        }
    }

    private static void putTogether(Object part, List<Object> all) {
        if (part instanceof Collection<?> parts) {
            parts.forEach(each -> putTogether(each, all));
        } else {
            all.add(part);
        }
    }

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1: " + batchSize);
        }
        var batches = new ArrayList<Object>();
        for (int from = 0, size = tasks.size(); from < size;) {
            int to = from + Math.min(batchSize, size - from);
            batches.add(gather(tasks.subList(from, to)));
            from = to;
        }
        var all = new ArrayList<Object>(tasks.size());
        putTogether(batches, all);
        @SuppressWarnings("unchecked")
        var results = (List<T>) all;
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
