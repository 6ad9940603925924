// Pitfall: when all tasks fail, the cause is an exception of the race's own, and nobody learns what went wrong.
// Why: result() takes a function that makes an exception, and a fresh one says what has happened here.
// Kind: other-shape
// Caught by: if all tasks fail, so does the race, with the exception of one of them
// Caught by: in whatever order all tasks fail, the race fails with the exception of one of them
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
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            tasks.forEach(scope::fork);
            return scope.join()
                    .result(e -> new ExecutionException(new IllegalStateException("all tasks failed")));
        }
    }
}
