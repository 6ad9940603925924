// Pitfall: looks for a free place, puts itself into a queue, and parks: a place that gets free in between wakes
//     nobody.
// Why: each of the three steps is safe by itself, and most of the time nobody comes between.
// Kind: not-one-step
// Caught by: in whatever order tasks start and end, those that wait get the next free place
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var free = new AtomicInteger(maxInFlight);
        var waiting = new ConcurrentLinkedQueue<Thread>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                begin(free, waiting);
                try {
                    return task.call();
                } finally {
                    free.incrementAndGet();
                    LockSupport.unpark(waiting.poll());
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static void begin(AtomicInteger free, ConcurrentLinkedQueue<Thread> waiting) throws InterruptedException {
        while (free.getAndUpdate(places -> Math.max(0, places - 1)) == 0) {
            waiting.add(Thread.currentThread());
            LockSupport.park();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
