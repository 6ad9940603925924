// Pitfall: what an odd task returned is closed, if it can be.
// Why: nobody gets it, so somebody has to tidy up; but an even task may have returned the same thing.
// Kind: result-misread
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.*;
import java.util.stream.*;

@SuppressWarnings("preview")
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 0; i < subtasks.size(); i++) {
                var result = subtasks.get(i).get();
                if (i % 2 == 1) {
                    results.add(result);
                } else if (result instanceof AutoCloseable resource) {
                    // nobody else is going to
                    try {
                        resource.close();
                    } catch (Exception ignored) {
                        // of no interest either
                    }
                }
            }
            return results;
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : gatherEven(tasks)) {
            System.out.println(result);
        }
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
