// Alternative: a scope of one's own collects the results in handleComplete. No lock: one subtask at a time, and the
//     join in between.
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
        try (var scope = new Sequence<T>()) {
            for (var task : tasks) {
                scope.fork(task);
                scope.join();
                if (scope.failure != null) {
                    throw new ExecutionException(scope.failure);
                }
            }
            return scope.results;
        }
    }

    private static final class Sequence<T> extends StructuredTaskScope<T> {

        private final List<T> results = new ArrayList<>();
        private Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
            } else {
                results.add(subtask.get());
            }
        }
    }
}
