// Pitfall: leaves out tasks that ended with a CancellationException, as if they had been cancelled.
// Why: it is how a future tells that it was cancelled; but here the task has thrown it, and nobody has cancelled
//     anything.
// Kind: whose-interrupt
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            return subtasks.stream().filter(subtask -> !isCancelled(subtask)).map(Outcomes::outcomeOf).toList();
        }
    }

    private static boolean isCancelled(Subtask<?> subtask) {
        return subtask.state() == Subtask.State.FAILED && subtask.exception() instanceof CancellationException;
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return subtask.state() == Subtask.State.SUCCESS
                ? new Outcome.Success<>(subtask.get())
                : new Outcome.Failure<>(subtask.exception());
    }
}
