// Pitfall: takes no notice of an InterruptedException, as if only losers would throw it: when all tasks do, there is
//     neither a winner nor a failure.
// Why: after the end losers throw it in plenty; but a task may throw it of its own accord, before there is a winner.
// Kind: whose-interrupt
// Caught by: if all tasks fail, so does the race, with the exception of one of them
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
                if (!(subtask.exception() instanceof InterruptedException)) {
                    failure = subtask.exception();
                }
            } else if (first.compareAndSet(null, subtask)) {
                shutdown();
            }
        }
    }
}
