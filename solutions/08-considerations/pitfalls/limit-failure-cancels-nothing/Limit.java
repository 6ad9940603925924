// Pitfall: a plain scope waits for all the tasks, also when one has failed and the others are of no use.
// Why: the failure is found and thrown, which is all that a quick test shows.
// Kind: cancels-nothing
// Caught by: a failure arrives with the task's own exception, and cancels the others
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join();
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
