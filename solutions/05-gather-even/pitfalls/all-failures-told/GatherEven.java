// Pitfall: waits for all tasks, and adds the other failures to the first as suppressed. An exception that several
//     tasks have thrown can't suppress itself.
// Why: no failure should get lost, and addSuppressed is there for that.
// Kind: same-twice
// Caught by: a failure arrives as an ExecutionException, also when the task that fails is odd
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            var failures = subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.FAILED).map(Subtask::exception).toList();
            if (!failures.isEmpty()) {
                failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
                throw new ExecutionException(failures.getFirst());
            }
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
