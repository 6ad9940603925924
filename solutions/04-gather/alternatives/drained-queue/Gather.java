// Alternative: each subtask puts its outcome into a queue. The caller takes them out as they come, until all are there
//     or one is a failure.
package structured.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private record Outcome<T>(int place, T result, Throwable failure) {}

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var outcomes = new LinkedBlockingQueue<Outcome<T>>();
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        try (var scope = new StructuredTaskScope<>()) {
            for (int i = 0; i < tasks.size(); i++) {
                var place = i;
                scope.fork(() -> outcomes.add(outcomeOf(tasks.get(place), place)));
            }
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    var outcome = outcomes.take();
                    if (outcome.failure() != null) {
                        throw new ExecutionException(outcome.failure());
                    }
                    results.set(outcome.place(), outcome.result());
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
        return results;
    }

    private static <T> Outcome<T> outcomeOf(Callable<? extends T> task, int place) {
        try {
            return new Outcome<>(place, task.call(), null);
        } catch (Throwable e) {
            return new Outcome<>(place, null, e);
        }
    }
}
