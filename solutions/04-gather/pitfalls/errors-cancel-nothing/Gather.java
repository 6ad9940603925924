// Pitfall: an exception cancels the others at once; after an Error the caller waits until all of them have ended.
// Why: catch (Exception e) catches all that call declares.
// Kind: errors-slip-past
// Caught by: a failure cancels the other tasks
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    scope.shutdown();
                    throw e;
                }
            })).toList();
            scope.join();
            if (failure.get() == null) {
                subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.FAILED).findFirst()
                        .ifPresent(subtask -> failure.set(subtask.exception()));
            }
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
