// Pitfall: a limit that makes no sense is put right first, and refused at the end, when all the tasks have been run.
// Why: what cannot be returned need not be looked at before the return.
// Kind: bad-argument
// Caught by: a limit of less than one task is refused, and no task is run
package structured.considerations;

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
        var permits = new Semaphore(Math.max(1, maxInFlight));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join().throwIfFailed();
            if (maxInFlight < 1) {
                throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
