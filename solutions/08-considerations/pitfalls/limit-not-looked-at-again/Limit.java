// Pitfall: a task that waits for room does not look again when it is woken: one that came meanwhile may have taken it.
// Why: one is woken only when there is room, so the room seems to be for the one that is woken.
// Kind: not-one-step
// Caught by schedule: in whatever order tasks come and go, one that comes as a place gets free takes none that is taken
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;

@SuppressWarnings("preview")
public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight: " + maxInFlight);
        }
        var lock = new ReentrantLock();
        var room = lock.newCondition();
        var inFlight = new int[1];
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            List<Subtask<T>> subtasks = new ArrayList<>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    lock.lockInterruptibly();
                    try {
                        if (inFlight[0] >= maxInFlight) {
                            room.await();
                        }
                        inFlight[0]++;
                    } finally {
                        lock.unlock();
                    }
                    try {
                        return task.call();
                    } finally {
                        lock.lock();
                        try {
                            inFlight[0]--;
                            room.signal();
                        } finally {
                            lock.unlock();
                        }
                    }
                }));
            }
            scope.join().throwIfFailed();
            List<T> results = new ArrayList<>();
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
            return results;
        }
    }
}
