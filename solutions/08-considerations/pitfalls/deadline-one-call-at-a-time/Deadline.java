// Pitfall: a lock that all calls share: a call has to wait until another one is over, and for ever if that one waits
//     for it.
// Why: a static lock makes it safe for many threads, which it is without one.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

public final class Deadline {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        ONE_AT_A_TIME.lockInterruptibly();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
