// Pitfall: a plain scope waits until the deadline, also when a task has failed long before.
// Why: the failure is found and thrown, which is all that a quick test shows.
// Kind: cancels-nothing
// Caught by: a failure arrives with the task's own exception, long before the deadline, and cancels the others
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        try (var scope = new StructuredTaskScope<T>()) {
            var deadline = Instant.now().plus(timeout);
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.joinUntil(deadline);
            var results = new ArrayList<T>();
            for (var subtask : subtasks) {
                if (subtask.state() == Subtask.State.FAILED) {
                    throw new ExecutionException(subtask.exception());
                }
                results.add(subtask.get());
            }
            return results;
        }
    }
}
