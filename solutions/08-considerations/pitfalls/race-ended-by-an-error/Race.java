// Pitfall: an Error ends the race at once, though others might still succeed.
// Why: an Error seems to be more than the failure of one task; but the contract knows no such difference.
// Kind: errors-slip-past
// Caught by: a failure is out of the race, and the others go on
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = new First<T>()) {
            tasks.forEach(scope::fork);
            scope.join();
            if (scope.first.get() == null) {
                throw new ExecutionException(scope.failure);
            }
            return scope.first.get().get();
        }
    }

    private static final class First<T> extends StructuredTaskScope<T> {
        private final AtomicReference<Subtask<? extends T>> first = new AtomicReference<>();
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
                if (failure instanceof Error) {
                    shutdown();
                }
            } else if (first.compareAndSet(null, subtask)) {
                shutdown();
            }
        }
    }
}
