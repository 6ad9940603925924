// Pitfall: keeps the winning result in a variable in which null means that there is none yet: a task that returns null
//     cannot win.
// Why: a reference that is null to begin with looks like a fine place for a result.
// Kind: result-misread
// Caught by: null wins a race like any other result
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
            return scope.first.get();
        }
    }

    private static final class First<T> extends StructuredTaskScope<T> {
        private final AtomicReference<T> first = new AtomicReference<>();
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
            } else if (first.compareAndSet(null, subtask.get())) {
                shutdown();
            }
        }
    }
}
