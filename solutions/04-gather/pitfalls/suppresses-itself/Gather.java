// Pitfall: adds the other tasks' failures to the first one as suppressed, and an exception can't suppress itself.
// Why: two tasks that fail throw two exceptions, unless they throw the same one.
// Kind: same-twice
// Caught by: in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var forks = new ArrayList<Subtask<T>>(tasks.size());
            for (Callable<? extends T> task : tasks) {
                forks.add(scope.<T>fork(() -> {
                    try {
                        return task.call();
                    } catch (Throwable t) {
                        failures.add(t);
                        throw t;
                    }
                }));
            }
            scope.join();
            if (failures.isEmpty()) {
                var results = new ArrayList<T>(forks.size());
                for (var fork : forks) results.add(fork.get());
                return results;
            }
        }
        var first = failures.poll();
        for (var other : failures) first.addSuppressed(other);
        throw new ExecutionException(first);
    }
}
