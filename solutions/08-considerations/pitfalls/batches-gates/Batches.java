// Pitfall: all batches are forked at once, each behind a gate, which opens when the one before it has returned: also
//     if that was cancelled.
// Why: a failure keeps it closed; but who is cancelled need not fail, and a scope cancels one after the other.
// Kind: goes-on-after-the-end
// Caught by: interrupting the caller cancels the running batch, and no other starts
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            var before = new CountDownLatch(0);
            for (int from = 0; from < size; ) {
                int to = from + Math.min(batchSize, size - from);
                var gate = before;
                var over = new CountDownLatch(to - from);
                for (var task : tasks.subList(from, to)) {
                    subtasks.add(scope.fork(() -> {
                        gate.await();
                        T result = task.call();
                        // Only a success counts: after a failure, the gate stays closed.
                        over.countDown();
                        return result;
                    }));
                }
                before = over;
                from = to;
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
