// Pitfall: when all fail, adds the failures to the first one: where two tasks throw the same exception, it is added to
//     itself, which throws an IllegalArgumentException.
// Why: suppressed exceptions are a good place for the others; that two may be one and the same is hard to think of.
// Kind: same-twice
// Caught by: if all tasks fail, so does the race, with the exception of one of them
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
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            return scope.join().result(first -> {
                subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.FAILED)
                        .skip(1).forEach(subtask -> first.addSuppressed(subtask.exception()));
                return new ExecutionException(first);
            });
        }
    }
}
