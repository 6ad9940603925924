// Pitfall: a lock that all calls share: a call has to wait until another one is over, and for ever if that one waits
//     for it.
// Why: a service is to be spared whoever calls, and a static lock is the first that comes to mind.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.locks.ReentrantLock;

public final class Batches {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            var results = new ArrayList<T>();
            for (int from = 0; from < tasks.size(); from += batchSize) {
                results.addAll(gather(tasks.subList(from, Math.min(from + batchSize, tasks.size()))));
            }
            return results;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
