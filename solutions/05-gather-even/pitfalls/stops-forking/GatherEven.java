// Pitfall: an interrupt ends the loop that forks, and whoever has ended by then is all that comes.
// Why: join throws, says its contract; but only if there is somebody left to wait for.
// Kind: interrupt-swallowed
// Caught by: in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out
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
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                if (Thread.currentThread().isInterrupted()) {
                    // no use in starting more: join is going to throw
                    break;
                }
                subtasks.add(scope.<T>fork(task));
            }
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
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
