// Pitfall: shuts the scope down first and keeps the failure afterwards, so that join may return in between.
// Why: the two lines look like two things to do, in whatever order; but the first one wakes the owner.
// Kind: told-before-kept
// Caught by: in whatever order the caller and main take their steps, main's failure arrives
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
                case SUCCESS -> result = subtask.get();
                case FAILED -> {
                    shutdown();
                    failure = new ExecutionException(subtask.exception());
                }
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
