// Pitfall: the caller looks whether there is room, and forks; but it is the task that counts itself, when it starts: by
//     then the caller has let in the next ones.
// Why: a check and a count look like a limit; but they are two steps, and others come in between.
// Kind: not-one-step
// Caught by: more tasks than the limit allows are never in flight
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var inFlight = new AtomicInteger();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                while (inFlight.get() >= maxInFlight && !scope.isShutdown()) {
                    Thread.sleep(1);
                }
                subtasks.add(scope.fork(() -> {
                    inFlight.incrementAndGet();
                    try {
                        return task.call();
                    } finally {
                        inFlight.decrementAndGet();
                    }
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
