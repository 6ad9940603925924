// Pitfall: the failure is kept in a static field. That of a call inside a task fails the call around it, too, though
//     the task has caught it.
// Why: a lambda can't assign a local variable, and a field it can.
// Kind: shared-by-calls
// Caught by: a task may gather, too
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private static volatile Throwable failure;

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
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
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }

    private static synchronized void failed(Throwable e) {
        failure = failure == null ? e : failure;
    }
}
