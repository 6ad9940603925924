// Pitfall: main's failure is caught inside the subtask and becomes a null result. The scope takes that for success.
// Why: it silences the compiler, which complains about checked exceptions in so many other lambdas.
// Kind: failure-lost
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
            var subtask = scope.<T>fork(() -> {
                try {
                    return main.call();
                } catch (Exception e) {
                    return null;
                }
            });
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
