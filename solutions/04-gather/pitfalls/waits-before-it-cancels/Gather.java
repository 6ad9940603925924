// Pitfall: on an interrupt the caller waits once more, so the tasks run to their end instead of being cancelled.
// Why: it seems polite to let the tasks finish what they have begun.
// Kind: interrupt-unheard
// Caught by: interrupting the caller cancels the tasks
// Caught by: a caller that is interrupted already doesn't wait
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
            try {
                scope.join();
            } catch (InterruptedException e) {
                scope.join();
                throw e;
            }
            scope.throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
