// Alternative: a FutureTask is run in the fork and keeps the outcome: get() says which it was, and no longer waits.
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var outcome = new FutureTask<T>(main::call);
        try (var scope = new StructuredTaskScope<>()) {
            scope.fork(() -> {
                outcome.run();
                return null;
            });
            scope.join();
            return outcome.get();
        }
    }
}
