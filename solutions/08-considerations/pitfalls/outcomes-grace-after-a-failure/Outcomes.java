// Pitfall: gives the others only a moment when a task has failed, and then cancels them.
// Why: once there is a failure, it seems a pity to wait for the rest.
// Kind: over-too-early
// Caught by: a failure cancels nothing: tasks that take longer still succeed
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.LockSupport;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new Impatient<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Success<>(subtask.get());
            case FAILED -> new Outcome.Failure<>(subtask.exception());
            case UNAVAILABLE -> new Outcome.Failure<>(new CancellationException());
        };
    }

    private static final class Impatient<T> extends StructuredTaskScope<T> {
        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                LockSupport.parkNanos(20_000_000);
                shutdown();
            }
        }
    }
}
