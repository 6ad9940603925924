// Pitfall: the scope shuts down first and keeps the failure afterwards. The join is over as soon as it is shut down,
//     so the caller may look too early.
// Why: shutting down is urgent, and the few steps after it seem to take no time.
// Kind: told-before-kept
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new FailFast<T>()) {
            for (var task : tasks) {
                var subtask = scope.<T>fork(task);
                scope.join();
                if (scope.failure != null) {
                    throw scope.failure;
                }
                results.add(subtask.get());
            }
        }
        return results;
    }

    private static final class FailFast<T> extends StructuredTaskScope<T> {

        private volatile ExecutionException failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                shutdown();
                failure = new ExecutionException(subtask.exception());
            }
        }
    }
}
