// Pitfall: a main that has failed gets another try.
// Why: services fail now and then, and the second time it often works.
// Kind: run-again
// Caught by: a main that has failed is not tried again
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try {
            return once(main);
        } catch (ExecutionException e) {
            return once(main);
        }
    }

    private static <T> T once(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
