// Pitfall: an InterruptedException that main itself has thrown comes out as if the caller had been interrupted.
// Why: the method declares an InterruptedException, so throwing one where there is one seems to be right.
// Kind: whose-interrupt
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
            scope.join().throwIfFailed();
            return subtask.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interruption) {
                throw interruption;
            }
            throw e;
        }
    }
}
