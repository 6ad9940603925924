// Pitfall: close() comes last instead of in a finally, so after an interrupt nobody waits until main has ended.
// Why: shutdown() already cancels, and waiting for what is cancelled seems to be a waste.
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
        try {
            scope.join();
        } catch (InterruptedException e) {
            scope.shutdown();
            throw e;
        }
        scope.throwIfFailed();
        scope.close();
        return subtask.get();
    }
}
