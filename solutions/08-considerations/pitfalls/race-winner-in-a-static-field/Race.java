// Pitfall: keeps the winner in a static field, which all races share: one that nobody has won returns what another
//     one's winner has brought.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    private static final AtomicReference<StructuredTaskScope.Subtask<?>> WINNER = new AtomicReference<>();

    private static final class First<T> extends StructuredTaskScope<T> {
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
            } else if (WINNER.compareAndSet(null, subtask)) {
                shutdown();
            }
        }
    }

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        WINNER.set(null);
        try (var scope = new First<T>()) {
            tasks.forEach(scope::fork);
            scope.join();
            var winner = WINNER.get();
            if (winner == null) {
                throw new ExecutionException(scope.failure);
            }
            @SuppressWarnings("unchecked")
            var result = (T) winner.get();
            return result;
        }
    }
}
