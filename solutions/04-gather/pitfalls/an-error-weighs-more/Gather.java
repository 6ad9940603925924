// Pitfall: an Error is reported rather than the exception that came first.
// Why: an Error tells of something worse; but here it is how a cancelled task ended.
// Kind: told-before-kept
// Caught by: a failure cancels the other tasks
package structured.gather;

import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.*;
import java.util.stream.*;

@SuppressWarnings("preview")
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream()
                    .map(task -> scope.<T>fork(() -> {
                        try {
                            return task.call();
                        } catch (Throwable failure) {
                            failures.add(failure);
                            throw failure;
                        }
                    }))
                    .toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        } catch (ExecutionException e) {
            // the scope is closed here: all of them have ended
            if (!(e.getCause() instanceof Error)) {
                for (var failure : failures) {
                    if (failure instanceof Error) {
                        throw new ExecutionException(failure);
                    }
                }
            }
            throw e;
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
