// Pitfall: an Error or a RuntimeException of main is thrown as it is. Callers that expect an ExecutionException don't
//     catch it.
// Why: what needs no declaration needs no wrapper either, it seems.
// Kind: other-shape
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException unchecked -> throw unchecked;
                default -> throw e;
            }
        }
    }
}
