// Pitfall: starts a batch when the one before it is half over: there are more tasks in flight than a batch has.
// Why: why should a whole batch wait for its slowest task.
// Kind: too-many-at-once
// Caught by: a batch starts when the one before it is over
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeUnit;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (int from = 0; from < tasks.size() && !scope.isShutdown(); from += batchSize) {
                var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
                var half = new CountDownLatch((batch.size() + 1) / 2);
                for (var task : batch) {
                    subtasks.add(scope.fork(() -> {
                        var result = task.call();
                        half.countDown();
                        return result;
                    }));
                }
                while (!scope.isShutdown() && !half.await(1, TimeUnit.MILLISECONDS)) {
                    // Looks again.
                }
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
