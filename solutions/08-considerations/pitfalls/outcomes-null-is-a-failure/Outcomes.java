// Pitfall: takes a result of null for none, and asks the task for its exception, which it does not have.
// Why: the two cases of a result seem to be: there is one, or there is none.
// Kind: result-misread
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
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        var value = subtask.state() == Subtask.State.SUCCESS ? subtask.get() : null;
        return value != null ? new Outcome.Success<>(value) : new Outcome.Failure<>(subtask.exception());
    }
}
