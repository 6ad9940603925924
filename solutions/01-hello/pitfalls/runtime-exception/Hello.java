// Pitfall: failures arrive wrapped in a RuntimeException, which callers that expect an ExecutionException don't catch.
// Why: throwIfFailed takes a function, and unchecked exceptions are the habit.
// Kind: other-shape
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed(RuntimeException::new);
            return subtask.get();
        }
    }
}
