// Pitfall: the scope shuts down first and keeps the failure afterwards. The join is over as soon as it is shut down,
//     so the caller may look too early.
// Why: shutting down is urgent, and the few steps after it seem to take no time.
// Kind: told-before-kept
// Caught by: the failure that cancels the others is the one that is reported
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new FailFast<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            if (scope.failure.get() != null) {
                throw scope.failure.get();
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static final class FailFast<T> extends StructuredTaskScope<T> {

        private final AtomicReference<ExecutionException> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                shutdown();
                failure.compareAndSet(null, new ExecutionException(subtask.exception()));
            }
        }
    }
}
