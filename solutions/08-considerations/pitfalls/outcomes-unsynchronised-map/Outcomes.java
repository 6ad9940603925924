// Pitfall: all tasks put their outcomes into one TreeMap: two that do at the same moment may lose one.
// Why: a map by index gives the order for nothing, and each task has a key of its own; but the tree is everybody's.
// Kind: not-one-step
// Caught by: in whatever order tasks end, each has its outcome, in the order of the tasks
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        var outcomes = new TreeMap<Integer, Outcome<T>>();
        try (var scope = new StructuredTaskScope<Void>()) {
            for (int i = 0; i < tasks.size(); i++) {
                int index = i;
                var task = tasks.get(i);
                scope.fork(() -> {
                    Outcome<T> outcome;
                    try {
                        outcome = new Outcome.Success<>(task.call());
                    } catch (Throwable t) {
                        outcome = new Outcome.Failure<>(t);
                    }
                    outcomes.put(index, outcome);
                    return null;
                });
            }
            scope.join();
        }
        return new ArrayList<>(outcomes.values());
    }
}
