// Pitfall: runs the tasks on platform threads, which are dear, while they mostly wait.
// Why: the scope has a constructor that wants a factory, and this one comes first to mind.
// Kind: wrong-thread
// Caught by: every task is forked by a scope that belongs to the call
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure("tasks", Thread.ofPlatform().factory())) {
            var deadline = Instant.now().plus(timeout);
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.joinUntil(deadline).throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
