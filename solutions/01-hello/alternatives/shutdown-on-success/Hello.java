// Alternative: ShutdownOnSuccess keeps the first result or, if there is none, the first failure: with one subtask
//     that is all it takes.
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            scope.fork(main);
            return scope.join().result();
        }
    }
}
