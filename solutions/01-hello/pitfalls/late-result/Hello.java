// Pitfall: main is cancelled, and if it has a result all the same, the caller gets that instead of the
//     InterruptedException.
// Why: it would be a pity to throw away what is there.
// Kind: interrupt-swallowed
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var result = new CompletableFuture<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            scope.fork(() -> result.complete(main.call()));
            scope.join().throwIfFailed();
        } catch (InterruptedException e) {
            // The scope is closed, so main has ended.
            if (!result.isDone()) {
                throw e;
            }
        }
        return result.join();
    }
}
