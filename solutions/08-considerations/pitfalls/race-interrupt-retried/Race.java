// Pitfall: a loser that is interrupted starts again, and the caller, who has a winner, waits for it to the end.
// Why: a task that throws is tried once more, and an interrupt looks like any other exception.
// Kind: interrupt-unheard
// Caught by: the first success wins, and the losers are cancelled
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            tasks.forEach(task -> scope.fork(() -> {
                try {
                    return task.call();
                } catch (Exception e) {
                    return task.call();
                }
            }));
            return scope.join().result();
        }
    }

    /** Five simulated I/O tasks, of which only the fastest matters. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        System.out.println(firstSuccessful(tasks));
        System.out.printf(Locale.ROOT, "The first Task has been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
