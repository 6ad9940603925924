// Pitfall: runs the tasks on platform threads, which are dear, while they mostly wait.
// Why: the scope has a constructor that wants a factory, and this one comes first to mind.
// Kind: wrong-thread
// Caught by: every task is forked by a scope that belongs to the call
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<T>("tasks", Thread.ofPlatform().factory())) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Success<>(subtask.get());
            case FAILED -> new Outcome.Failure<>(subtask.exception());
            case UNAVAILABLE -> throw new AssertionError();
        };
    }
}
