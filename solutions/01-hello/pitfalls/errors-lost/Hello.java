// Pitfall: catches main's exceptions in the subtask, to throw them after the join. An Error slips past, and becomes null.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var result = new AtomicReference<T>();
        var failure = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope<>()) {
            scope.fork(() -> {
                try {
                    result.set(main.call());
                } catch (Exception e) {
                    failure.set(e);
                }
                return null;
            });
            scope.join();
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return result.get();
    }
}
