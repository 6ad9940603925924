// Pitfall: the scope is shut down before the failure is kept. join returns in between, and finds none.
// Why: to cancel as early as possible is what ShutdownOnFailure seems to be about.
// Kind: told-before-kept
// Caught by: a failure arrives even if it is slow to describe itself
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new Only<T>()) {
            scope.fork(main);
            scope.join();
            if (scope.failure != null) {
                throw scope.failure;
            }
            return scope.result;
        }
    }

    private static final class Only<T> extends StructuredTaskScope<T> {

        private volatile T result;
        private volatile ExecutionException failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            shutdown();
            if (subtask.state() == Subtask.State.FAILED) {
                failure = new ExecutionException(subtask.exception());
            } else {
                result = subtask.get();
            }
        }
    }
}
