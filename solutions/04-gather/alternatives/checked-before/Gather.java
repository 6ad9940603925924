// Alternative: an interrupted caller is told before anything starts, and once more at the end, where the join was not
//     the place to notice.
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
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
