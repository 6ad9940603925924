// Pitfall: returns the successes only: nobody can tell which tasks they belong to, and what has failed, and why.
// Why: filter by state and get: a line, and no exception.
// Kind: failure-lost
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
            return subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.SUCCESS)
                    .<Outcome<T>>map(subtask -> new Outcome.Success<>(subtask.get())).toList();
        }
    }
}
