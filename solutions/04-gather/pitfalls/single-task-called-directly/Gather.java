// Pitfall: a single task is called in the caller's own thread: no scope, no virtual thread.
// Why: for one task a scope seems too much.
// Kind: wrong-thread
// Caught by: every task runs on a virtual thread of its own
package structured.gather;

import java.util.Collections;
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
        if (tasks.size() == 1) {
            try {
                return Collections.singletonList(tasks.getFirst().call());
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
