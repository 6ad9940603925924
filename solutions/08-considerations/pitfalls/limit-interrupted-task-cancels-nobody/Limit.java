// Pitfall: a task that ends with an InterruptedException is reported as failed, but the others go on.
// Why: who is interrupted seems to have been cancelled, with all the others; but a task may throw it by itself.
// Kind: whose-interrupt
// Caught by: a failure arrives with the task's own exception, and cancels the others
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
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
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join();
            if (failure.get() == null) {
                return subtasks.stream().map(Subtask::get).toList();
            }
        }
        throw new ExecutionException(failure.get());
    }
}
