// Pitfall: the subtasks are kept in a map by their task. Of a task that is in the list twice, the map has the last one
//     only.
// Why: with a map nobody has to count twice.
// Kind: same-twice
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new HashMap<Callable<? extends T>, Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.put(task, scope.fork(task));
            }
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < tasks.size(); i += 2) {
                results.add(subtasks.get(tasks.get(i)).get());
            }
            return results;
        }
    }
}
