// Pitfall: its own TimeoutException is one for all calls: that of a call inside a task looks as if the outer one
//     were late.
// Why: no task can throw it, but for those that call the same method.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    private static final TimeoutException TIMED_OUT = new TimeoutException("the deadline has passed");

    private static final Throwable DONE = new Throwable("all tasks have ended");

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var end = new AtomicReference<Throwable>();
        var left = new AtomicInteger(tasks.size());
        var results = new Object[tasks.size()];
        try (var scope = new StructuredTaskScope<Object>()) {
            int next = 0;
            for (var task : tasks) {
                int index = next++;
                scope.fork(() -> {
                    try {
                        results[index] = task.call();
                        if (left.decrementAndGet() == 0) {
                            end.compareAndSet(null, DONE);
                            scope.shutdown();
                        }
                    } catch (Throwable e) {
                        end.compareAndSet(null, e);
                        scope.shutdown();
                    }
                    return null;
                });
            }
            scope.fork(() -> {
                if (timeout.isPositive()) {
                    Thread.sleep(timeout);
                }
                end.compareAndSet(null, TIMED_OUT);
                scope.shutdown();
                return null;
            });
            scope.join();
        }
        var how = end.get();
        if (how == TIMED_OUT) {
            throw TIMED_OUT;
        }
        if (how != DONE) {
            throw new ExecutionException(how);
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) java.util.Collections.unmodifiableList(java.util.Arrays.asList(results));
        return list;
    }
}
