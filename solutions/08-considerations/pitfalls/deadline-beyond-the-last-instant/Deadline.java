// Pitfall: minds an overflow of the seconds, but not the end of time: a thousand million years are a
//     DateTimeException.
// Why: the longest of all is tried, and works; it is those a little shorter that find no Instant.
// Kind: ends-of-the-range
// Caught by: a timeout may be as long as a Duration can be
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    private static Instant after(Duration timeout) {
        var now = Instant.now();
        if (timeout.isNegative()) {
            return now;
        }
        try {
            return now.plus(timeout);
        } catch (ArithmeticException e) {
            return Instant.MAX;
        }
    }

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var deadline = after(timeout);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var forks = new ArrayList<StructuredTaskScope.Subtask<? extends T>>();
            for (var task : tasks) {
                forks.add(scope.fork(task));
            }
            scope.joinUntil(deadline).throwIfFailed();
            var results = new ArrayList<T>(forks.size());
            forks.forEach(fork -> results.add(fork.get()));
            return results;
        }
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
