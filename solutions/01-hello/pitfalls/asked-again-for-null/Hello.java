// Pitfall: a main that returns null is run once more.
// Why: null is taken for "not there yet".
// Kind: result-misread
// Caught by: a null result is a result
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        for (int attempt = 1; ; attempt++) {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtask = scope.fork(main);
                scope.join().throwIfFailed();
                if (subtask.get() != null || attempt == 2) {
                    return subtask.get();
                }
            }
        }
    }
}
