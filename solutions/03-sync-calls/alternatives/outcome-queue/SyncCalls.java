// Alternative: the subtask puts its outcome into a queue, the caller takes it out, and joins so that the thread is
//     over, too.
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private record Outcome<T>(T result, Throwable failure) {}

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var outcomes = new LinkedBlockingQueue<Outcome<T>>();
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                scope.fork(() -> outcomes.add(outcomeOf(task)));
                scope.join();
                var outcome = outcomes.take();
                if (outcome.failure() != null) {
                    throw new ExecutionException(outcome.failure());
                }
                results.add(outcome.result());
            }
        }
        return results;
    }

    private static <T> Outcome<T> outcomeOf(Callable<? extends T> task) {
        try {
            return new Outcome<>(task.call(), null);
        } catch (Throwable e) {
            return new Outcome<>(null, e);
        }
    }
}
