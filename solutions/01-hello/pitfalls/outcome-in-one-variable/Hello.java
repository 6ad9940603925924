// Pitfall: result and failure are kept in the same variable: an exception that main returns is taken for one that it
//     threw.
// Why: one variable is simpler than two, and who returns exceptions?
// Kind: result-misread
// Caught by: run returns what main returns
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var outcome = new AtomicReference<Object>();
        try (var scope = new StructuredTaskScope<>()) {
            scope.fork(() -> {
                try {
                    outcome.set(main.call());
                } catch (Throwable e) {
                    outcome.set(e);
                }
                return null;
            });
            scope.join();
        }
        if (outcome.get() instanceof Throwable failure) {
            throw new ExecutionException(failure);
        }
        @SuppressWarnings("unchecked")
        var result = (T) outcome.get();
        return result;
    }
}
