// Pitfall: List.copyOf throws a NullPointerException when a result is null.
// Why: a list that nobody can change is good style, and copyOf the best known way to it.
// Kind: result-misread
// Caught by: every result is in its task's place, be it null or equal to another
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
            return List.copyOf(results);
        }
    }
}
