// Pitfall: puts the successes first and the failures behind them: the order of the tasks is lost.
// Why: two filters, one for each kind of outcome, are quickly written.
// Kind: wrong-order
// Caught by: outcomes keep the order of the tasks, also when they end in another one
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
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            var outcomes = new ArrayList<Outcome<T>>();
            subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.SUCCESS)
                    .forEach(subtask -> outcomes.add(new Outcome.Success<>(subtask.get())));
            subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.FAILED)
                    .forEach(subtask -> outcomes.add(new Outcome.Failure<>(subtask.exception())));
            return outcomes;
        }
    }
}
