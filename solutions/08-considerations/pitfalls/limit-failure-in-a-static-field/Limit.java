// Pitfall: keeps the failure in a static field, which all calls share: two at the same time take each other's, or
//     forget it.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

public final class Limit {

    private Limit() {}

    private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

    private static final class Failing<T> extends StructuredTaskScope<T> {
        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && FAILURE.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight) throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        FAILURE.set(null);
        var permits = new Semaphore(maxInFlight);
        try (var scope = new Failing<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join();
            throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static void throwIfFailed() throws ExecutionException {
        var failure = FAILURE.get();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }
}
