// Pitfall: keeps the failure in a static field, which all calls share: two at the same time take each other's, or
//     forget it.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Hello {

    private Hello() {}

    private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

    private static final class Failing<T> extends StructuredTaskScope<T> {
        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && FAILURE.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        FAILURE.set(null);
        try (var scope = new Failing<T>()) {
            var subtask = scope.fork(main);
            scope.join();
            throwIfFailed();
            return subtask.get();
        }
    }

    private static void throwIfFailed() throws ExecutionException {
        var failure = FAILURE.get();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }
}
