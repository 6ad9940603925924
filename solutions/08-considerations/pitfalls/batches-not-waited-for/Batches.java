// Pitfall: forks batch after batch in one scope and joins at the end: there are no batches, all tasks run at once.
// Why: the loop makes batches, and the join after it sees to the rest; so it looks.
// Kind: too-many-at-once
// Caught by: a batch starts when the one before it is over
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
            for (int from = 0; from < tasks.size(); from += batchSize) {
                for (var task : tasks.subList(from, Math.min(from + batchSize, tasks.size()))) {
                    subtasks.add(scope.fork(task::call));
                }
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
