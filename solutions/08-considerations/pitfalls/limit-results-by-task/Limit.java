// Pitfall: keeps the subtasks under their tasks: one that is in the list three times has the result of its last run
//     three times.
// Why: a map says which result belongs to which task; but a task may be in the list more than once.
// Kind: same-twice
// Caught by: each task is run once, and its result has its place, whatever the limit
package structured.considerations;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new IdentityHashMap<Callable<? extends T>, Subtask<T>>();
            for (var task : tasks) {
                subtasks.put(task, scope.fork(() -> {
                    permits.acquire();
                    try {
                        return task.call();
                    } finally {
                        permits.release();
                    }
                }));
            }
            scope.join().throwIfFailed();
            return tasks.stream().map(task -> subtasks.get(task).get()).toList();
        }
    }
}
