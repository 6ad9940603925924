// Pitfall: the failure is wrapped twice, so that its cause is another ExecutionException.
// Why: catch, wrap and rethrow is done by reflex.
// Kind: other-shape
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
// Caught by: in whatever order the caller and main take their steps, main's failure arrives
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
            throw new ExecutionException("main failed", e);
        }
    }
}
