// Pitfall: shuts the scope down first and keeps the failure afterwards, so that join may return in between.
// Why: the two lines look like two things to do, in whatever order; but the first one wakes the owner.
// Kind: told-before-kept
// Caught by: in whatever order threads take their steps, nothing starts after a failure, and the failure arrives
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class SyncCalls {

    private SyncCalls() {}

    private static final class SequenceScope<T> extends StructuredTaskScope<T> {
        private volatile ExecutionException failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                shutdown();
                failure = new ExecutionException(subtask.exception());
            }
        }
    }

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new SequenceScope<T>()) {
            var results = new ArrayList<T>();
            for (Callable<? extends T> task : tasks) {
                var subtask = scope.fork(task);
                scope.join();
                if (scope.failure != null) {
                    throw scope.failure;
                }
                results.add(subtask.get());
            }
            return results;
        }
    }
}
