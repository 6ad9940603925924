// Pitfall: an interrupt waits for the odd tasks, once all the even ones have ended.
// Why: why throw away what is complete? Because the caller wants no more of it, and an odd task may sleep for long.
// Kind: interrupt-swallowed
// Caught by: a task may gather, too
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
            var even = IntStream.range(0, subtasks.size()).filter(i -> i % 2 == 1).mapToObj(subtasks::get).toList();
            var interrupted = false;
            while (true) {
                try {
                    scope.join();
                    break;
                } catch (InterruptedException e) {
                    // all that was asked for is there: don't throw it away, wait for the rest and tell the caller later
                    if (even.isEmpty() || even.stream().anyMatch(subtask -> subtask.state() != Subtask.State.SUCCESS)) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            scope.throwIfFailed();
            return even.stream().<T>map(Subtask::get).toList();
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
