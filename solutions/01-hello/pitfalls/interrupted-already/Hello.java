// Pitfall: whoever calls with the interrupt set gets null, at once.
// Why: there is no time to wait, and null says that there is nothing.
// Kind: interrupt-swallowed
// Caught by: an interrupt that came before the call counts, too
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        if (Thread.currentThread().isInterrupted()) {
            return null;
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
