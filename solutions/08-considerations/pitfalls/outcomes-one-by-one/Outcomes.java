// Pitfall: settles one task before it forks the next, so nothing overlaps.
// Why: try and catch around one task, in a loop, is how one deals with exceptions.
// Kind: waits-in-the-loop
// Caught by: all tasks are in flight at the same time
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        var outcomes = new ArrayList<Outcome<T>>();
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope<T>()) {
                Subtask<T> subtask = scope.fork(task);
                scope.join();
                outcomes.add(outcomeOf(subtask));
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
