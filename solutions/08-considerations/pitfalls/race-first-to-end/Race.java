// Pitfall: the first task that ends decides the race, also when it has failed and the others might succeed.
// Why: FIRST_COMPLETED, in Python, means what it says; a failed task is completed.
// Kind: over-too-early
// Caught by: a failure is out of the race, and the others go on
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
            var first = scope.first.get();
            if (first.state() == Subtask.State.FAILED) {
                throw new ExecutionException(first.exception());
            }
            return first.get();
        }
    }

    private static final class First<T> extends StructuredTaskScope<T> {
        private final AtomicReference<Subtask<? extends T>> first = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            first.compareAndSet(null, subtask);
            shutdown();
        }
    }
}
