// Pitfall: so many workers take the tasks from a queue; for no tasks there is no ArrayBlockingQueue: it throws
//     IllegalArgumentException.
// Why: the queue is to hold all the tasks, so its capacity is their number.
// Kind: smallest-input
// Caught by: each task is run once, and its result has its place, whatever the limit
package structured.considerations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var waiting = new ArrayBlockingQueue<Integer>(tasks.size());
        IntStream.range(0, tasks.size()).forEach(waiting::add);
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int worker = 0; worker < maxInFlight; worker++) {
                scope.fork(() -> {
                    for (var i = waiting.poll(); i != null; i = waiting.poll()) {
                        results.set(i, tasks.get(i).call());
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
            return results;
        }
    }
}
