// Alternative: a loop and a list, for those who find the generics of a stream of subtasks hard to read.
package structured.gather;

import java.util.ArrayList;
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
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
            }
            scope.join().throwIfFailed();
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
        }
        return results;
    }
}
