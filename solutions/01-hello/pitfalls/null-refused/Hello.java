// Pitfall: a null result is taken for a missing one.
// Why: checking for null is drilled into us, and the main of this very exercise has nothing to return but null.
// Kind: result-misread
// Caught by: a null result is a result
package structured.hello;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return Objects.requireNonNull(subtask.get(), "main has no result");
        }
    }
}
