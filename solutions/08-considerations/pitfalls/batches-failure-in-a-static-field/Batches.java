// Pitfall: keeps the failure in a static field, which all calls share: two at the same time take each other's, or
//     forget it.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Batches {

    private Batches() {}

    private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

    private static final class Failing<T> extends StructuredTaskScope<T> {
        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && FAILURE.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize) throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        FAILURE.set(null);
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += Math.min(batchSize, tasks.size() - from)) {
            var batch = tasks.subList(from, from + Math.min(batchSize, tasks.size() - from));
            try (var scope = new Failing<T>()) {
                var subtasks = batch.stream().map(scope::fork).toList();
                scope.join();
                throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }

    private static void throwIfFailed() throws ExecutionException {
        var failure = FAILURE.get();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }
}
