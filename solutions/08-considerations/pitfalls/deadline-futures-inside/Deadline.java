// Pitfall: each fork hands its task on to an executor and waits for the future: when the call is cancelled, so is the
//     wait, and nobody waits for the task.
// Why: the executor was there before, and a future can be cancelled; but cancel does not wait.
// Kind: left-running
// Caught by: no task outlives a call that failed
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                var future = executor.submit(task::call);
                try {
                    return future.get();
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception failure ? failure : e;
                }
            })).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        } finally {
            executor.shutdownNow();
        }
    }
}
