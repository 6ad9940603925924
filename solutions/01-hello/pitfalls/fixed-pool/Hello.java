// Pitfall: a pool of platform threads, for a task that should have a virtual thread of its own.
// Why: newFixedThreadPool is the first factory method that comes to mind.
// Kind: no-scope
// Caught by: main runs on a virtual thread
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(1)) {
            return pool.<T>submit(main::call).get();
        }
    }
}
