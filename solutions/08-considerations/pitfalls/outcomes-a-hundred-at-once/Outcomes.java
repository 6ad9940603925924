// Pitfall: settles a hundred tasks at a time, since so many threads at once seem enough.
// Why: for platform threads it would be a good idea; virtual ones wait at no cost.
// Kind: held-back
// Caught by: all tasks are in flight at the same time
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
        for (int from = 0; from < tasks.size(); from += 100) {
            try (var scope = new StructuredTaskScope<T>()) {
                var subtasks = tasks.subList(from, Math.min(from + 100, tasks.size())).stream().map(task -> scope.<T>fork(task)).toList();
                scope.join();
                subtasks.forEach(subtask -> outcomes.add(outcomeOf(subtask)));
            }
        }
        return outcomes;
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return subtask.state() == Subtask.State.SUCCESS
                ? new Outcome.Success<>(subtask.get())
                : new Outcome.Failure<>(subtask.exception());
    }
}
