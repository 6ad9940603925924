// Pitfall: after a timeout the caller's interrupt is cleared, also one that came while late tasks ended.
// Why: it is to be left as it was; but nobody has set anything that would have to be taken back.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the tasks
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var now = Instant.now();
        var deadline = timeout.compareTo(Duration.between(now, Instant.MAX)) >= 0 ? Instant.MAX
                : timeout.isPositive() ? now.plus(timeout) : now;
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
            }
            scope.joinUntil(deadline);
            scope.throwIfFailed();
            var results = new ArrayList<T>();
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
            return results;
        } catch (TimeoutException e) {
            Thread.interrupted(); // the calling thread is not left interrupted
            throw e;
        }
    }
}
