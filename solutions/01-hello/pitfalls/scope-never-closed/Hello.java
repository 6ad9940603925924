// Pitfall: the scope is never closed, so an interrupted caller leaves main behind.
// Why: without try-with-resources it compiles, and works while nothing goes wrong.
// Kind: left-running
// Caught by: main never outlives the call
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        var subtask = scope.fork(main);
        scope.join().throwIfFailed();
        return subtask.get();
    }
}
