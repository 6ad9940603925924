// Pitfall: the caller runs the last task itself, before it waits for the others.
// Why: it has nothing better to do, and a thread is saved; but no scope forked that one, and none can cancel it.
// Kind: wrong-thread
// Caught by: every task is forked by a scope that belongs to the call
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        try (var scope = new StructuredTaskScope<Outcome<T>>()) {
            var subtasks = tasks.subList(0, tasks.size() - 1).stream().map(task -> scope.fork(() -> Outcomes.<T>outcomeOf(task))).toList();
            var last = Outcomes.<T>outcomeOf(tasks.getLast());
            scope.join();
            var outcomes = new ArrayList<Outcome<T>>();
            subtasks.forEach(subtask -> outcomes.add(subtask.get()));
            outcomes.add(last);
            return outcomes;
        }
    }

    private static <T> Outcome<T> outcomeOf(Callable<? extends T> task) {
        try {
            return new Outcome.Success<>(task.call());
        } catch (Throwable e) {
            return new Outcome.Failure<>(e);
        }
    }
}
