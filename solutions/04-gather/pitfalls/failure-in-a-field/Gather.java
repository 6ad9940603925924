// Pitfall: the failure is kept in a static field. That of a call inside a task fails the call around it, too, though
//     the task has caught it.
// Why: a lambda can't assign a local variable, and a field it can.
// Kind: shared-by-calls
// Caught by: a task may gather, too
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private static volatile Throwable failure;

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        failure = null;
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    failed(e);
                    scope.shutdown();
                    return null;
                }
            })).toList();
            scope.join();
            if (failure != null) {
                throw new ExecutionException(failure);
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static synchronized void failed(Throwable e) {
        failure = failure == null ? e : failure;
    }
}
