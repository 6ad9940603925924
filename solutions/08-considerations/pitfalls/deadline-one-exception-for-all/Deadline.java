// Pitfall: every call that is late throws one and the same TimeoutException.
// Why: an exception looks like a constant; but it has the stack of one call, and keeps what callers add to it.
// Kind: shared-by-calls
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
package structured.considerations;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
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

    private static final TimeoutException LATE = new TimeoutException("deadline exceeded");

    private static Instant after(Duration timeout) {
        try {
            return Instant.now().plus(timeout);
        } catch (DateTimeException | ArithmeticException e) {
            return timeout.isNegative() ? Instant.MIN : Instant.MAX;
        }
    }

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var deadline = after(timeout);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            try {
                scope.joinUntil(deadline);
            } catch (TimeoutException e) {
                throw LATE;
            }
            scope.throwIfFailed();
            return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
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
