// Pitfall: keeps the last failure, not the first: tasks that are cancelled fail too, with an InterruptedException.
// Why: only one task fails, as long as one does not count those that are cancelled for it.
// Kind: wrong-outcome
// Caught by: a failure arrives with the task's own exception, long before the deadline, and cancels the others
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    failure.set(e);
                    scope.shutdown();
                    return null;
                }
            })).toList();
            scope.joinUntil(deadline);
            if (failure.get() == null) {
                return subtasks.stream().map(Subtask::get).toList();
            }
        }
        throw new ExecutionException(failure.get());
    }
}
