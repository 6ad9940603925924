// Pitfall: a CompletableFuture has no parent: whoever stops waiting for it leaves main running.
// Why: it is Java's best known way to have a result later.
// Kind: no-scope
// Caught by: main never outlives the call
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var future = new CompletableFuture<T>();
        Thread.startVirtualThread(() -> {
            try {
                future.complete(main.call());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future.get();
    }
}
