// Pitfall: takes an InterruptedException that a task throws for an interrupt of the caller.
// Why: it is declared, and it says that somebody was interrupted; but the task has thrown it, and it is its outcome.
// Kind: whose-interrupt
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
            for (var subtask : subtasks) {
                if (subtask.state() == Subtask.State.FAILED && subtask.exception() instanceof InterruptedException interrupted) {
                    throw interrupted;
                }
            }
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return subtask.state() == Subtask.State.SUCCESS
                ? new Outcome.Success<>(subtask.get())
                : new Outcome.Failure<>(subtask.exception());
    }
}
