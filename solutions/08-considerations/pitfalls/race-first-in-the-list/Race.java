// Pitfall: waits for all the tasks, and returns the first success in the list, not the first in time.
// Why: findFirst has the right name.
// Kind: wrong-order
// Caught by: a success is the first if another one comes a moment later
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join();
            for (var subtask : subtasks) {
                if (subtask.state() == Subtask.State.SUCCESS) {
                    return subtask.get();
                }
            }
            throw new ExecutionException(subtasks.getFirst().exception());
        }
    }
}
