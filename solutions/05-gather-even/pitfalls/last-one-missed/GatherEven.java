// Pitfall: the loop over the results ends one too early: with two tasks, before the second.
// Why: size() - 1 is the last index, and i < size() - 1 looks as if it got there.
// Kind: left-out
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size() - 1; i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
