// Pitfall: refuses a race with a single task.
// Why: one is no race; but who makes the list can't always know how many there will be.
// Kind: smallest-input
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
        if (tasks.size() < 2) {
            throw new IllegalArgumentException("a race needs at least two tasks");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            tasks.forEach(scope::fork);
            return scope.join().result();
        }
    }
}
