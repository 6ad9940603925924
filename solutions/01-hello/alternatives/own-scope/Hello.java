// Alternative: a small scope of one's own that keeps the outcome in handleComplete, which runs in the subtask's thread.
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new Only<T>()) {
            scope.fork(main);
            scope.join();
            return scope.outcome();
        }
    }

    private static final class Only<T> extends StructuredTaskScope<T> {

        private volatile Subtask<? extends T> completed;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            completed = subtask;
        }

        T outcome() throws ExecutionException {
            ensureOwnerAndJoined();
            if (completed.state() == Subtask.State.FAILED) {
                throw new ExecutionException(completed.exception());
            }
            return completed.get();
        }
    }
}
