// Pitfall: forks all the tasks, and then lets them in one at a time.
// Why: tasks that run in parallel are thought to need a lock around them.
// Caught by: all tasks are in flight at the same time
package structured.gather;

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
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                synchronized (tasks) {
                    return task.call();
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
