// Alternative: a plain scope, and the subtask itself is asked how it ended. Every outcome is in plain sight.
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
            return switch (subtask.state()) {
                case SUCCESS -> subtask.get();
                case FAILED -> throw new ExecutionException(subtask.exception());
                case UNAVAILABLE -> throw new AssertionError("joined, and still " + subtask);
            };
        }
    }
}
