// Pitfall: an interrupt of the caller becomes the outcome of the tasks: they are cancelled, but the caller does not get
//     to know.
//     One that was there before the call is heeded.
// Why: everything is an outcome here, so why not this.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the tasks
package structured.considerations;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            try {
                scope.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Collections.nCopies(tasks.size(), new Outcome.Failure<>(e));
            }
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
