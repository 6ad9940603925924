// Pitfall: takes only exceptions for failures. A task that ends with an Error is neither a failure nor a result, and the
//     others go on to the deadline.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure arrives with the task's own exception, long before the deadline, and cancels the others
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var failure = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope<T>()) {
            var deadline = Instant.now().plus(timeout);
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    scope.shutdown();
                    throw e;
                }
            })).toList();
            scope.joinUntil(deadline);
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
