// Pitfall: at the deadline the tasks are cancelled; if all of them end with a result nevertheless, these are returned.
// Why: whether something is left seems to be a good question when the scope is closed. By then nothing ever is.
// Kind: deadline
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
// Caught by: a timeout of zero or less is over at once: tasks that run are late, no tasks are not
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        int count = tasks.size();
        var results = new Object[count];
        var left = new AtomicInteger(count);
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<Void>()) {
            var longest = Duration.ofDays(365_000);
            var span = timeout.isNegative() ? Duration.ZERO : timeout.compareTo(longest) < 0 ? timeout : longest;
            var deadline = Instant.now().plus(span);
            for (int i = 0; i < count; i++) {
                int index = i;
                scope.fork(() -> {
                    try {
                        results[index] = tasks.get(index).call();
                        left.decrementAndGet();
                    } catch (Throwable thrown) {
                        if (!scope.isShutdown() && failure.compareAndSet(null, thrown)) {
                            scope.shutdown();
                        }
                    }
                    return null;
                });
            }
            try {
                scope.joinUntil(deadline);
            } catch (TimeoutException e) {
                // the scope is shut down: what is left will be seen below
            }
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        if (left.get() > 0) {
            throw new TimeoutException();
        }
        @SuppressWarnings("unchecked")
        List<T> list = (List<T>) Arrays.asList(results);
        return list;
    }
}
