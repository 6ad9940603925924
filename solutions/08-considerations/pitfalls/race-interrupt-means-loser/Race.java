// Pitfall: takes a task that ends with its thread's interrupt set for a loser. If all do, there is no winner, and the result is null.
// Why: losers are interrupted; but a task may also set its thread's interrupt by itself, and win.
// Kind: whose-interrupt
// Caught by: the result is that of a task: one, the same again, or one of a thousand
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
                } else if (!Thread.currentThread().isInterrupted()) {
                    winner.compareAndSet(null, subtask);
                    shutdown();
                }
            }
        }) {
            tasks.forEach(scope::fork);
            scope.join();
            if (winner.get() == null && failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
            return winner.get() == null ? null : winner.get().get();
        }
    }
}
