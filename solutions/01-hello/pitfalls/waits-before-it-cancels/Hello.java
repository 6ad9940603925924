// Pitfall: on an interrupt the caller waits once more, so main runs to its end instead of being cancelled.
// Why: it seems polite to let main finish what it has begun.
// Kind: interrupt-unheard
// Caught by: interrupting the caller cancels main
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
            try {
                scope.join();
            } catch (InterruptedException e) {
                scope.join();
                throw e;
            }
            scope.throwIfFailed();
            return subtask.get();
        }
    }
}
