// Pitfall: results that are equal are kept once.
// Why: a LinkedHashSet keeps the order, and that is all that was thought of.
// Kind: same-twice
// Caught by: every result is in its task's place, be it null or equal to another
package structured.gather;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
            scope.join().throwIfFailed();
            var results = new LinkedHashSet<T>();
            subtasks.forEach(subtask -> results.add(subtask.get()));
            return new ArrayList<>(results);
        }
    }
}
