// Pitfall: only the even tasks are asked whether they failed, so the failure of an odd one goes unnoticed.
// Why: whoever has no use for a result has no use for its failure, it seems.
// Kind: failure-lost
// Caught by: a failure arrives as an ExecutionException, also when the task that fails is odd
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                var subtask = subtasks.get(i);
                if (subtask.state() == Subtask.State.FAILED) {
                    throw new ExecutionException(subtask.exception());
                }
                results.add(subtask.get());
            }
            return results;
        }
    }
}
