// Alternative: a scope of its own keeps the first failure: it could keep all of them, or take some for none.
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
        try (var scope = new First<T>()) {
            // A Duration may be longer than there is time. Converted, it is 292 years at most.
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.fork(() -> (T) task.call())).toList();
            scope.joinUntil(deadline);
            if (scope.failure.get() != null) {
                throw new ExecutionException(scope.failure.get());
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static final class First<T> extends StructuredTaskScope<T> {
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }
}
