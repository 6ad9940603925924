// Pitfall: a call inside a task runs its tasks one after another.
// Why: the outer call runs many already; but threads that wait are cheap, and these may wait for each other.
// Kind: held-back
// Caught by: a task may gather, too
package structured.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (INSIDE.isBound()) {
            // the outer call is parallel already; don't let the number of threads explode
            var results = new ArrayList<T>();
            for (var task : tasks) {
                results.addAll(all(List.of(task)));
            }
            return results;
        }
        return all(tasks);
    }

    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

    private static <T> List<T> all(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> ScopedValue.where(INSIDE, true).call(task)));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

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
