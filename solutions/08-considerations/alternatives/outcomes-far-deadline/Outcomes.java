// Alternative: joinUntil with a deadline that nobody will live to see is join(): a place for a real one, should it be
//     needed.
package structured.considerations;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.joinUntil(Instant.MAX);
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        } catch (TimeoutException e) {
            throw new AssertionError("after a thousand million years", e);
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
