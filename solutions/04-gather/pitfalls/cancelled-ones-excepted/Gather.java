// Pitfall: interrupts of cancelled tasks don't count as failures, but whatever else they throw does: the last failure
//     is reported.
// Why: the InterruptedException of a cancelled task is the one that people know.
// Kind: wrong-outcome
// Caught by: the failure that cancels the others is the one that is reported
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
        List<Subtask<T>> subtasks;
        try (var scope = new StructuredTaskScope<T>()) {
            subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    if (!(e instanceof InterruptedException) || failure.get() == null) {
                        failure.set(e);
                    }
                    scope.shutdown();
                    return null;
                }
            })).toList();
            scope.join();
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return subtasks.stream().map(Subtask::get).toList();
    }
}
