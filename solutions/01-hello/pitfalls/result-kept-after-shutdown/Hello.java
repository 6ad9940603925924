// Pitfall: shuts its scope down as soon as main has a result, and only then keeps the result: join may return in between.
// Why: with a single task the shutdown looks like the natural end of it, so it comes to mind first.
// Kind: told-before-kept
// Caught by: in whatever order the caller and main take their steps, main's result is returned, and main is over
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Hello {

    private Hello() {}

    private static final class MainScope<T> extends StructuredTaskScope<T> {
        private volatile T result;
        private volatile ExecutionException failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            switch (subtask.state()) {
                case SUCCESS -> {
                    shutdown();
                    result = subtask.get();
                }
                case FAILED -> failure = new ExecutionException(subtask.exception());
                case UNAVAILABLE -> throw new IllegalStateException();
            }
        }
    }

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new MainScope<T>()) {
            scope.fork(main);
            scope.join();
            if (scope.failure != null) {
                throw scope.failure;
            }
            return scope.result;
        }
    }
}
