// Pitfall: nothing shuts the scope down when there is a winner: the caller waits for the losers, of no use to anybody.
// Why: ShutdownOnSuccess does it without being told; a scope of your own does not.
// Kind: cancels-nothing
// Caught by: the first success wins, and the losers are cancelled
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
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
            } else {
                first.compareAndSet(null, subtask);
            }
        }
    }
}
