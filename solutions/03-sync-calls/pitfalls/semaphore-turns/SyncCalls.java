// Pitfall: forks all tasks at once, and lets them take turns by a fair semaphore: in the order in which they get to it.
// Why: fair sounds like "as they stand in the list"; it is fair to whoever comes first, and that is nobody's order.
// Kind: wrong-order
// Caught by: in whatever order threads take their steps, a task starts when the one before it is over
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
            var turn = new Semaphore(1, true);
            var subtasks = new ArrayList<Subtask<T>>();
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.fork(() -> {
                    turn.acquire();
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
