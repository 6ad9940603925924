// Pitfall: the subtasks are kept in a map by their task. Of a task that is in the list twice, the map has the last one
//     only.
// Why: with a map nobody has to count.
// Kind: same-twice
// Caught by: every result is in its task's place, be it null or equal to another
package structured.gather;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new IdentityHashMap<Callable<? extends T>, Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.put(task, scope.fork(task));
            }
            scope.join().throwIfFailed();
            return tasks.stream().<T>map(task -> subtasks.get(task).get()).toList();
        }
    }
}
