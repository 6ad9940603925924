// Pitfall: a caller that is interrupted already gets null at once, as if this were all.
// Why: an interrupt means to stop, and what has not begun is stopped; that somebody has to be told is forgotten.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the tasks
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
        if (Thread.currentThread().isInterrupted()) {
            return null;
        }
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            tasks.forEach(scope::fork);
            return scope.join().result();
        }
    }
}
