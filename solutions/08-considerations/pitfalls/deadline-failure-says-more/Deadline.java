// Pitfall: a failure is told rather than that the time was up, also one that came of the cancellation at the deadline.
// Why: a cancelled task ends with an InterruptedException, one thinks; but a channel, a driver or a library throws another.
// Kind: deadline
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = after(timeout);
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    failures.add(e);
                    throw e;
                }
            })).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
        } catch (TimeoutException e) {
            // A failure explains more than that somebody was late; those of tasks that were cancelled explain nothing.
            for (var failure : failures) {
                if (!(failure instanceof InterruptedException)) {
                    throw new ExecutionException(failure);
                }
            }
            throw e;
        }
    }

    private static Instant after(Duration timeout) {
        var now = Instant.now();
        if (!timeout.isPositive()) {
            return now;
        }
        return timeout.compareTo(Duration.between(now, Instant.MAX)) < 0 ? now.plus(timeout) : Instant.MAX;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        try {
            gatherWithin(tasks, Duration.ofSeconds(4)).forEach(System.out::println);
        } catch (TimeoutException e) {
            System.out.println("Not all Tasks have been completed in 4 seconds.");
        }
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
