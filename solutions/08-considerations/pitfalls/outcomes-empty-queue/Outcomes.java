// Pitfall: the outcomes go through a queue with room for all of them; for no tasks there is no ArrayBlockingQueue: it
//     throws IllegalArgumentException.
// Why: the number of tasks is known, so why have a queue without bounds.
// Kind: smallest-input
// Caught by: each task is run once, and has one outcome: no tasks, one, the same again, a thousand
package structured.considerations;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        record Settled<T>(int index, Outcome<T> outcome) {}
        var settled = new ArrayBlockingQueue<Settled<T>>(tasks.size());
        try (var scope = new StructuredTaskScope<Boolean>()) {
            for (int i = 0; i < tasks.size(); i++) {
                var index = i;
                scope.fork(() -> settled.add(new Settled<>(index, outcomeOf(tasks.get(index)))));
            }
            scope.join();
        }
        return settled.stream().sorted(Comparator.comparingInt(Settled::index)).map(Settled::outcome).toList();
    }

    private static <T> Outcome<T> outcomeOf(Callable<? extends T> task) {
        try {
            return new Outcome.Success<>(task.call());
        } catch (Throwable e) {
            return new Outcome.Failure<>(e);
        }
    }
}
