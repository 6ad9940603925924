// Pitfall: a main that has interrupted its own thread counts as cancelled, though it has brought a result.
// Why: who is interrupted was cancelled, it seems, and a cancelled task has no result.
// Kind: whose-interrupt
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
            var subtask = scope.<T>fork(() -> {
                var result = main.call();
                if (Thread.interrupted()) {
                    throw new InterruptedException("main was cancelled");
                }
                return result;
            });
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
