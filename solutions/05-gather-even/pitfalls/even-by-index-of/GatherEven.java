// Pitfall: whether a task is even is asked of indexOf, which knows only the first place of a task that is in the list
//     twice.
// Why: with the task at hand and no counter, indexOf tells the place.
// Kind: same-twice
// Caught by: every second result is there, be it null or equal to another
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                var subtask = scope.<T>fork(task);
                if (tasks.indexOf(task) % 2 == 1) {
                    subtasks.add(subtask);
                }
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
