// Pitfall: the scope is told to start platform threads, a megabyte of stack each.
// Why: the constructor asks for a thread factory, and Thread.ofPlatform() is the one people know.
// Kind: wrong-thread
// Caught by: main runs on a virtual thread
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure("hello", Thread.ofPlatform().factory())) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
