// Pitfall: forks all tasks at once, each waiting for the latch of the one before; a failed task opens its latch before the
//     scope hears of the failure, and the next task starts.
// Why: a finally block is where one opens a latch, and it comes before the scope's own handling of the exception.
// Kind: told-before-kept
// Caught by: in whatever order threads take their steps, nothing starts after a failure, and the failure arrives
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            var before = new CountDownLatch(0);
            for (Callable<? extends T> task : tasks) {
                var previous = before;
                var ended = new CountDownLatch(1);
                subtasks.add(scope.fork(() -> {
                    previous.await();
                    try {
                        return task.call();
                    } finally {
                        ended.countDown();
                    }
                }));
                before = ended;
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
