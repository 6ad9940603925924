// Pitfall: a timer interrupts the caller, who throws a TimeoutException; but it has also set the interrupt again, and
//     the next call that waits ends at once.
// Why: to restore the interrupt status in a catch is what one learns to do; here it was a signal to this very code.
// Kind: whose-interrupt
// Caught by: at the deadline itself the call is in time or late, and leaves its caller as it was
package structured.considerations;

import java.time.Duration;
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
        var caller = Thread.currentThread();
        var timedOut = new AtomicBoolean();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            var timer = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(timeout);
                    timedOut.set(true);
                    caller.interrupt();
                } catch (InterruptedException e) {
                    // All have ended in time.
                }
            });
            try {
                scope.join().throwIfFailed();
            } finally {
                timer.interrupt();
            }
            return subtasks.stream().map(Subtask::get).toList();
        } catch (InterruptedException e) {
            if (timedOut.get()) {
                Thread.currentThread().interrupt();
                throw new TimeoutException();
            }
            throw e;
        }
    }
}
