// Alternative: one scope for all batches: it may be joined and forked in again, round after round.
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task::call));
                if (subtasks.size() % batchSize == 0) {
                    scope.join().throwIfFailed();
                }
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
