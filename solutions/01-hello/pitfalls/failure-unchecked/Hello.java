// Pitfall: nobody looks at failures: get() of a failed subtask throws an IllegalStateException that hides the real one.
// Why: join alone reads as if it would throw what went wrong, as in other libraries.
// Kind: failure-lost
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtask = scope.<T>fork(main);
            scope.join();
            return subtask.get();
        }
    }
}
