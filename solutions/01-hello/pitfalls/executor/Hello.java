// Pitfall: an executor instead of a scope. It knows nothing of its caller: scoped values don't reach main.
// Why: it is how Java has run tasks since 2004, and shutdownNow makes up for most of what a scope does.
// Kind: no-scope
// Caught by: main runs inside a scope that belongs to the call
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return executor.<T>submit(main::call).get();
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
