// Pitfall: closing an executor waits for main, but doesn't cancel it: an interrupted caller is stuck until main is
//     done.
// Why: try-with-resources looks as if it would tidy up, as it does with a scope.
// Kind: no-scope
// Caught by: interrupting the caller cancels main
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.<T>submit(main::call).get();
        }
    }
}
