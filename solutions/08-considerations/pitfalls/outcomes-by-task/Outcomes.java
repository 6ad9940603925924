// Pitfall: keeps the outcomes under their tasks: one that is in the list three times has the outcome of its last run
//     three times.
// Why: a map says which outcome belongs to which task; but a task may be in the list more than once.
// Kind: same-twice
// Caught by: each task is run once, and has one outcome: no tasks, one, the same again, a thousand
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        var outcomes = new ConcurrentHashMap<Callable<? extends T>, Outcome<T>>();
        try (var scope = new StructuredTaskScope<Outcome<T>>()) {
            tasks.forEach(task -> scope.fork(() -> outcomes.put(task, outcomeOf(task))));
            scope.join();
        }
        return tasks.stream().map(outcomes::get).toList();
    }

    private static <T> Outcome<T> outcomeOf(Callable<? extends T> task) {
        try {
            return new Outcome.Success<>(task.call());
        } catch (Throwable e) {
            return new Outcome.Failure<>(e);
        }
    }
}
