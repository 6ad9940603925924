// Pitfall: when main fails, the scope stays open.
// Why: the two ways out that come to mind, a result and an interrupt, both close it.
// Kind: left-running
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        try {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            var result = subtask.get();
            scope.close();
            return result;
        } catch (InterruptedException e) {
            scope.close();
            throw e;
        }
    }
}
