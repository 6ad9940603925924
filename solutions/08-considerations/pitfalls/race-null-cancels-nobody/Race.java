// Pitfall: null is kept as the result, but only another one ends the race: the losers go on.
// Why: the check for null has stayed from a time when null meant that nobody had won.
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
        var winner = new AtomicReference<Subtask<? extends T>>();
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                if (subtask.state() == Subtask.State.FAILED) {
                    failure.set(subtask.exception());
                } else if (winner.compareAndSet(null, subtask) && subtask.get() != null) {
                    shutdown();
                }
            }
        }) {
            tasks.forEach(scope::fork);
            scope.join();
            if (winner.get() != null) {
                return winner.get().get();
            }
        }
        throw new ExecutionException(failure.get());
    }
}
