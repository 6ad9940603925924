// Pitfall: a failure in a call inside a task stops the outer call before its next batch, though the task has caught
//     it.
// Why: what fails below should be known above at once; but whoever made the inner call decides what becomes of it.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

@SuppressWarnings("preview")
public final class Batches {

    private static final ScopedValue<AtomicReference<Throwable>> FAILURE = ScopedValue.newInstance();

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize: " + batchSize);
        }
        var failure = FAILURE.isBound() ? FAILURE.get() : new AtomicReference<Throwable>();
        var results = new ArrayList<T>(tasks.size());
        for (int from = 0, to; from < tasks.size(); from = to) {
            to = from + Math.min(batchSize, tasks.size() - from);
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = new ArrayList<Subtask<T>>();
                for (var task : tasks.subList(from, to)) {
                    subtasks.add(scope.fork(() -> ScopedValue.where(FAILURE, failure).call(() -> task.call())));
                }
                scope.join().throwIfFailed(cause -> {
                    failure.compareAndSet(null, cause);
                    return new ExecutionException(cause);
                });
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }
}
