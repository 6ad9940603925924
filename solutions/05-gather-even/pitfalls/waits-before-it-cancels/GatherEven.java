// Pitfall: on an interrupt the caller waits once more, so the tasks run to their end instead of being cancelled.
// Why: it seems polite to let the tasks finish what they have begun.
// Kind: interrupt-unheard
// Caught by: interrupting the caller cancels the tasks
// Caught by: a caller that is interrupted already doesn't wait
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
            try {
                scope.join();
            } catch (InterruptedException e) {
                scope.join();
                throw e;
            }
            scope.throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
