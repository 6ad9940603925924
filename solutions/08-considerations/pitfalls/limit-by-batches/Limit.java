// Pitfall: runs batches: when a task ends, none starts before all the others of its batch have ended too.
// Why: the tasks that run are never more than the limit; but neither are they as many.
// Kind: held-back
// Caught by: when a task ends the next one starts, also while another one is still running
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += maxInFlight) {
            var batch = tasks.subList(from, Math.min(from + maxInFlight, tasks.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = batch.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }
}
