// Pitfall: result and failure are kept in static fields, so two calls at the same time get each other's.
// Why: a lambda can't assign a local variable, but a field it can.
// Kind: shared-by-calls
// Caught by: two calls at the same time each get what is their own
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private static volatile Object result;
    private static volatile Throwable failure;

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        result = null;
        failure = null;
        try (var scope = new StructuredTaskScope<>()) {
            scope.fork(() -> {
                try {
                    result = main.call();
                } catch (Throwable e) {
                    failure = e;
                }
                return null;
            });
            scope.join();
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        @SuppressWarnings("unchecked")
        var own = (T) result;
        return own;
    }
}
