// Pitfall: the result is asked for before the join. A scope refuses that with an IllegalStateException.
// Why: Future.get() waits for the result, so Subtask.get() is expected to do the same.
// Kind: asked-before-the-join
// Caught by: run returns what main returns
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            return scope.fork(main).get();
        }
    }
}
