// Alternative: a scope with a name and a named virtual thread, to be recognized in thread dumps and in a debugger.
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var threads = Thread.ofVirtual().name("main-", 0).factory();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure("hello", threads)) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
