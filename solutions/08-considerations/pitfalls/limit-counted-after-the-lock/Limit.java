// Pitfall: waits under a lock until there is room, and counts itself when it has let go of the lock: others see the
//     same room.
// Why: the wait needs the lock, and the count is atomic, so it seems to need none.
// Kind: not-one-step
// Caught by: in whatever order tasks start and end, more than the limit allows are never in flight, and results keep the order of the tasks
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var turns = new Turns(maxInFlight);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                turns.begin();
                try {
                    return task.call();
                } finally {
                    turns.end();
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static final class Turns {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private final AtomicInteger running = new AtomicInteger();
        private final int limit;

        Turns(int limit) {
            this.limit = limit;
        }

        void begin() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (running.get() >= limit) {
                    changed.await();
                }
            } finally {
                lock.unlock();
            }
            running.incrementAndGet();
        }

        void end() {
            lock.lock();
            try {
                running.decrementAndGet();
                changed.signal();
            } finally {
                lock.unlock();
            }
        }
    }
}
