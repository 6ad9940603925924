// Pitfall: an interrupt of the caller is noted and hidden: it gets null for all that was cancelled. One that was there before the call is
//     heeded.
// Why: restoring the interrupt status is the right thing where InterruptedException cannot be thrown; here it can.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the tasks
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            try {
                scope.joinUntil(deadline).throwIfFailed();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Collections.nCopies(tasks.size(), null);
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
