// Pitfall: the method is synchronized: a main that calls it waits for the lock of the call which waits for that main.
// Why: a method that many threads call is thought to need it.
// Kind: shared-by-calls
// Caught by: a call inside main has a thread of its own
// Caught by: two calls at the same time each get what is their own
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static synchronized <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
