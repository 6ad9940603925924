// Pitfall: two tasks at once, then the next two: each pair waits for the slower task of the pair before it.
// Why: a service that can't take more needs this, and then it is done where nothing needs it.
// Kind: held-back
// Caught by: all tasks are in flight at the same time
package structured.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += 2) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var batch = tasks.subList(from, Math.min(from + 2, tasks.size())).stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                batch.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }

    /** Five simulated I/O tasks at once: together they take as long as the slowest. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : gather(tasks)) {
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
