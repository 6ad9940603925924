// Pitfall: a scope of its own shuts down first, and keeps the failure then: in between the caller wakes up, and finds
//     none.
// Why: both lines are there, and the moment between them is short.
// Kind: told-before-kept
// Caught by: in whatever order tasks end, after a failure no other batch starts, and none of the tasks goes on
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            try (var scope = new Batch<T>()) {
                var subtasks = new ArrayList<Subtask<T>>();
                for (var task : tasks.subList(from, Math.min(from + batchSize, tasks.size()))) {
                    subtasks.add(scope.fork(task::call));
                }
                scope.join();
                if (scope.failure != null) {
                    throw new ExecutionException(scope.failure);
                }
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }

    private static final class Batch<T> extends StructuredTaskScope<T> {
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                shutdown();
                failure = subtask.exception();
            }
        }
    }
}
