// Pitfall: nothing is forked: main runs in the caller's own thread.
// Why: it is the shortest way to a result, and the output looks the same.
// Kind: wrong-thread
// Caught by: main runs on a virtual thread
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try {
            return main.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
    }
}
