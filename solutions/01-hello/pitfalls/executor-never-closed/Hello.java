// Pitfall: the executor is never closed, so nothing ends main when the caller is interrupted.
// Why: one line is tempting, and the virtual thread goes away by itself, as long as all goes well.
// Kind: no-scope
// Caught by: main never outlives the call
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        return Executors.newVirtualThreadPerTaskExecutor().<T>submit(main::call).get();
    }
}
