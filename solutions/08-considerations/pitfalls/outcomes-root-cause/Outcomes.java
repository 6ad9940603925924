// Pitfall: tells the cause of an exception in place of the exception, where it has one.
// Why: futures wrap what a task throws, and unwrapping has become a habit; here nothing is wrapped.
// Kind: other-shape
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

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
        if (subtask.state() == Subtask.State.SUCCESS) {
            return new Outcome.Success<>(subtask.get());
        }
        var cause = subtask.exception().getCause();
        return new Outcome.Failure<>(cause != null ? cause : subtask.exception());
    }
}
