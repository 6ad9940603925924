// Pitfall: when all tasks fail the race returns null, as if a task had returned it.
// Why: there is no winner, and null is nothing.
// Kind: failure-lost
// Caught by: if all tasks fail, so does the race, with the exception of one of them
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
            return scope.first.get() == null ? null : scope.first.get().get();
        }
    }

    private static final class First<T> extends StructuredTaskScope<T> {
        private final AtomicReference<Subtask<? extends T>> first = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.SUCCESS && first.compareAndSet(null, subtask)) {
                shutdown();
            }
        }
    }
}
