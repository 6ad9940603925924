// Alternative: a lock and a condition, which is how a semaphore works inside: more words, for those who have to count
//     more than permits.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
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
        private int free;

        Turns(int free) {
            this.free = free;
        }

        void begin() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (free == 0) {
                    changed.await();
                }
                free--;
            } finally {
                lock.unlock();
            }
        }

        void end() {
            lock.lock();
            try {
                free++;
                changed.signal();
            } finally {
                lock.unlock();
            }
        }
    }
}
