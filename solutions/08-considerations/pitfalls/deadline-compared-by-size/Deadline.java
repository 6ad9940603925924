// Pitfall: the end, on the scale of nanoTime, overflows if the timeout is long, and is compared by size: it is over at once.
// Why: "now is greater than the end" is how one says it, and nanoTime's javadoc, which says how to compare, is long.
// Kind: ends-of-the-range
// Caught by: a timeout may be as long as a Duration can be
package structured.considerations;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
        var results = new Object[tasks.size()];
        try (var scope = new Ends()) {
            for (int i = 0; i < results.length; i++) {
                int index = i;
                scope.fork(() -> results[index] = tasks.get(index).call());
            }
            try {
                int ended = 0;
                while (ended < results.length || scope.failure.get() != null) {
                    if (scope.failure.get() != null) {
                        throw new ExecutionException(scope.failure.get());
                    }
                    if (scope.ended.tryAcquire()) {
                        ended++;
                    } else if (System.nanoTime() > end) {
                        throw new TimeoutException("not all tasks in " + timeout);
                    } else if (scope.ended.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                        ended++;
                    }
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Collections.unmodifiableList(Arrays.asList(results));
        return list;
    }

    private static final class Ends extends StructuredTaskScope<Object> {

        final Semaphore ended = new Semaphore(0);
        final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<?> subtask) {
            if (subtask.state() == Subtask.State.FAILED && failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
            ended.release();
        }
    }
}
