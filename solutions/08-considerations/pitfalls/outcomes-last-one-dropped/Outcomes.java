// Pitfall: reads one ahead, and adds the one before it: the last is read, and never added.
// Why: the loop ends when there is no next one, and what is in hand then is easily forgotten.
// Kind: left-out
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        var outcomes = new ArrayList<Outcome<T>>();
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList().iterator();
            scope.join();
            for (var current = subtasks.hasNext() ? subtasks.next() : null; subtasks.hasNext(); current = subtasks.next()) {
                outcomes.add(outcomeOf(current));
            }
        }
        return outcomes;
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Success<>(subtask.get());
            case FAILED -> new Outcome.Failure<>(subtask.exception());
            case UNAVAILABLE -> throw new AssertionError();
        };
    }
}
