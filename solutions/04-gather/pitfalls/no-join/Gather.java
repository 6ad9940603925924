// Pitfall: results are asked for before the join. A scope refuses that with an IllegalStateException.
// Why: Future.get() waits for the result, so Subtask.get() is expected to do the same.
// Kind: asked-before-the-join
// Caught by: results keep the order of the tasks, also when they finish in reverse
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
            var subtasks = tasks.stream().map(scope::fork).toList();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
