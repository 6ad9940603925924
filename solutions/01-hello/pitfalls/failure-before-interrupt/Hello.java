// Pitfall: a failure that main ends with when it is cancelled takes the place of the InterruptedException.
// Why: a finally that looks for failures is sure not to miss any.
// Kind: interrupt-renamed
// Caught by: interrupting the caller cancels main
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>()) {
            var subtask = scope.<T>fork(() -> {
                try {
                    return main.call();
                } catch (Throwable e) {
                    failure.set(e);
                    throw e;
                }
            });
            scope.join();
            return failure.get() == null ? subtask.get() : null;
        } finally {
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
        }
    }
}
