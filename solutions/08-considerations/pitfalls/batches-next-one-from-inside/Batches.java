// Pitfall: the last task of a batch that ends forks the next batch; it counts with -- on a field, so two that end at
//     once count as one.
// Why: in this way the caller needs no loop, and the count is a single line.
// Kind: not-one-step
// Caught by: in whatever order tasks end, a batch starts when the one before it is over, and results keep the order of the tasks
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        for (int from = 0; from < tasks.size(); from += Math.min(batchSize, tasks.size())) {
            var first = from;
            var to = Math.min(first + batchSize, tasks.size());
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var left = new int[] {to - first};
                var over = new CountDownLatch(1);
                for (int i = first; i < to; i++) {
                    var place = i;
                    scope.fork(() -> {
                        results.set(place, tasks.get(place).call());
                        if (--left[0] == 0) {
                            over.countDown();
                        }
                        return null;
                    });
                }
                over.await();
                scope.join().throwIfFailed();
            }
        }
        return results;
    }
}
