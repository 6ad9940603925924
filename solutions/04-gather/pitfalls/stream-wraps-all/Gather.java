// Pitfall: the interrupt of the caller arrives as an ExecutionException, as if a task had failed.
// Why: there is one catch for whatever comes out of the block, and it wraps.
// Kind: interrupt-renamed
// Caught by: interrupting the caller cancels the tasks
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
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        } catch (InterruptedException e) {
            throw new ExecutionException(e);
        }
    }
}
