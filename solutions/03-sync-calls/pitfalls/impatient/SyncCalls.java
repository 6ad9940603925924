// Pitfall: after 50 ms the next task starts, although the one before is still running.
// Why: a deadline looks like a sensible guard against a task that never ends, and a TimeoutException has to be caught.
// Kind: too-many-at-once
// Caught by: never are two tasks in flight
package structured.synccalls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
                try {
                    scope.joinUntil(Instant.now().plusMillis(50)).throwIfFailed();
                } catch (TimeoutException e) {
                    // a slow one: don't let the others wait
                }
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
