// Pitfall: waits for a semaphore that the task's own wrapper releases, and then asks the scope whether it is shut down:
//     the scope hears of a failure only after the release.
// Why: the wrapper's finally looks like the end of the task; the scope's part of it comes later.
// Kind: told-before-kept
// Caught by: in whatever order threads take their steps, nothing starts after a failure, and the failure arrives
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var turn = new Semaphore(1);
            var subtasks = new ArrayList<Subtask<T>>();
            for (Callable<? extends T> task : tasks) {
                try {
                    turn.acquire();
                } catch (InterruptedException e) {
                    scope.shutdown();
                    scope.join();
                    throw e;
                }
                if (scope.isShutdown()) {
                    break;
                }
                subtasks.add(scope.fork(() -> {
                    try {
                        return task.call();
                    } finally {
                        turn.release();
                    }
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
