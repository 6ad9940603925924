// Pitfall: a caller that is on a virtual thread already runs main itself.
// Why: one virtual thread seems to be as good as another, and Python runs one loop only, too.
// Kind: wrong-thread
// Caught by: a call inside main has a thread of its own
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        if (Thread.currentThread().isVirtual()) {
            try {
                return main.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
