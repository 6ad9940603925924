// Pitfall: the race finds out which task is the first, and then it is called for its result: it is run twice.
// Why: who was the first, and what it returned, are two questions; but the answer to the second was there already.
// Kind: run-again
// Caught by: the result is that of a task: one, the same again, or one of a thousand
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        Callable<? extends T> winner;
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<Callable<? extends T>>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    task.call();
                    return task;
                });
            }
            winner = scope.join().result();
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var again = scope.<T>fork(winner::call);
            scope.join().throwIfFailed();
            return again.get();
        }
    }
}
