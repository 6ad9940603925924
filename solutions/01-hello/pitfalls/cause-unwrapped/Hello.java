// Pitfall: an ExecutionException that main has thrown is opened, and its own cause is reported.
// Why: who has seen one wrapped in another wants to be rid of it.
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
            scope.join().throwIfFailed();
            return subtask.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ExecutionException inner ? inner : e;
        }
    }
}
