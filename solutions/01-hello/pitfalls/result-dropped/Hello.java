// Pitfall: main runs, and its result is dropped.
// Why: a first version returns null to please the compiler, and the greeting is printed all the same.
// Kind: left-out
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
            scope.fork(main);
            scope.join().throwIfFailed();
            return null;
        }
    }
}
