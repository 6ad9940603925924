// Pitfall: an interrupted caller gets an ExecutionException, as if main had failed.
// Why: one catch block for all that can go wrong is short.
// Kind: interrupt-renamed
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
            scope.join().throwIfFailed();
            return subtask.get();
        } catch (InterruptedException e) {
            throw new ExecutionException(e);
        }
    }
}
