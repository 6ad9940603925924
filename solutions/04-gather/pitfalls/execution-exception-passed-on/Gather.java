// Pitfall: an ExecutionException that a task throws is passed on as it is, so its cause is not the task's exception,
//     but that one's cause.
// Why: an ExecutionException inside an ExecutionException looks like a mistake. And it is what nested calls throw.
// Kind: other-shape
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
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
            scope.join().throwIfFailed(e -> e instanceof ExecutionException own ? own : new ExecutionException(e));
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
