// Pitfall: adds the other failures to the first one: if two tasks throw the same exception, that fails by itself.
// Why: no failure should get lost; but an exception can't suppress itself.
// Kind: same-twice
// Caught by: in whatever order threads take their steps, a failure in time arrives
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var first = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = deadlineOf(timeout);
            var subtasks = new ArrayList<StructuredTaskScope.Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    try {
                        return task.call();
                    } catch (Throwable e) {
                        if (!first.compareAndSet(null, e)) {
                            first.get().addSuppressed(e); // lose none of the failures
                        }
                        throw e;
                    }
                }));
            }
            scope.joinUntil(deadline);
            scope.throwIfFailed();
            return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
        }
    }

    private static Instant deadlineOf(Duration timeout) {
        var now = Instant.now();
        if (timeout.isNegative()) {
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
