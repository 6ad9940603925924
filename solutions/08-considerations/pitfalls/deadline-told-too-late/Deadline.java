// Pitfall: a further fork waits for the deadline, shuts the scope down, and says then that the time was up: in between
//     the caller wakes up, and takes the tasks for ended.
// Why: both lines are there, and the moment between them is short.
// Kind: told-before-kept
// Caught by: in whatever order threads take their steps, tasks that don't end in time end in a TimeoutException
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var timedOut = new AtomicBoolean();
        var left = new CountDownLatch(tasks.size());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                var result = task.call();
                left.countDown();
                return result;
            })).toList();
            scope.fork(() -> {
                if (!left.await(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS)) {
                    scope.shutdown();
                    timedOut.set(true);
                }
                return null;
            });
            scope.join().throwIfFailed();
            if (timedOut.get()) {
                throw new TimeoutException();
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
