// Pitfall: a caller that comes with its interrupt status set gets an empty list, not an InterruptedException.
// Why: checking at the start saves work that nobody waits for, and some value has to be returned.
// Kind: interrupt-swallowed
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
        if (Thread.currentThread().isInterrupted()) {
            return List.of();
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
