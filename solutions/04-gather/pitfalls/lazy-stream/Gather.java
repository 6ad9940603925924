// Pitfall: without toList() the stream is lazy, and nothing is forked before the join.
// Why: the code reads as if fork, join and get came in the right order.
// Kind: asked-before-the-join
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
            var subtasks = tasks.stream().map(scope::fork);
            scope.join().throwIfFailed();
            return subtasks.<T>map(Subtask::get).toList();
        }
    }
}
