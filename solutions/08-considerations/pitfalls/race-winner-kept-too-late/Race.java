// Pitfall: a scope of its own shuts down first, and keeps the winner then: in between the caller wakes up, and finds
//     none.
// Why: both lines are there, and the moment between them is short.
// Kind: told-before-kept
// Caught by: in whatever order tasks end, one of those that succeed wins, and the losers are cancelled
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

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
            if (scope.first == null) {
                throw new ExecutionException(scope.failure);
            }
            return scope.first.get();
        }
    }

    private static final class First<T> extends StructuredTaskScope<T> {
        private volatile Subtask<? extends T> first;
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
            } else if (!isShutdown()) {
                shutdown();
                first = subtask;
            }
        }
    }
}
