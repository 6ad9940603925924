// Pitfall: catches Exception: a task that throws an Error, such as StackOverflowError, has no outcome, and get()
//     throws.
// Why: Exception is what one catches; Errors are for the JVM.
// Kind: errors-slip-past
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<Outcome<T>>()) {
            var subtasks = tasks.stream().map(task -> scope.<Outcome<T>>fork(() -> {
                try {
                    return new Outcome.Success<>(task.call());
                } catch (Exception e) {
                    return new Outcome.Failure<>(e);
                }
            })).toList();
            scope.join();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
