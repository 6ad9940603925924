// Pitfall: a timer interrupts the caller at the deadline, and is called off once the tasks have ended: just too late, if its
//     sleep is over. The caller returns its results, and is interrupted by nobody it knows.
// Why: interrupt() looks as if it stopped the timer. It asks it to, and nobody waits until it has.
// Kind: whose-interrupt
// Caught by: in whatever order tasks end at the deadline, the call leaves its caller as it was
package structured.considerations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var owner = Thread.currentThread();
        var over = new AtomicBoolean();
        var watchdog = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(timeout);
                over.set(true);
                owner.interrupt();
            } catch (InterruptedException e) {
                // All have ended in time.
            }
        });
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.<T>fork(task));
            }
            try {
                scope.join();
            } catch (InterruptedException e) {
                if (over.get()) {
                    throw new TimeoutException();
                }
                throw e;
            }
            scope.throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        } finally {
            watchdog.interrupt();
        }
    }
}
