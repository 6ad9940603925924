// Pitfall: a task that ends with an InterruptedException is reported as failed, but the others go on.
// Why: who is interrupted seems to have been cancelled, with all the others; but a task may throw it by itself.
// Kind: whose-interrupt
// Caught by: a failure arrives with the task's own exception, long before the deadline, and cancels the others
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                if (subtask.state() == Subtask.State.FAILED) {
                    failure.compareAndSet(null, subtask.exception());
                    if (!(subtask.exception() instanceof InterruptedException)) {
                        shutdown();
                    }
                }
            }
        }) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline);
            if (failure.get() == null) {
                return subtasks.stream().map(Subtask::get).toList();
            }
        }
        throw new ExecutionException(failure.get());
    }
}
