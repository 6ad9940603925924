// Alternative: a caller that is interrupted already doesn't even begin: nothing is forked that would only be cancelled.
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
