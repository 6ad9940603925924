// Pitfall: all tasks are forked at once, and each opens the gate of the next when it is over, also when it is over
//     because it was cancelled: the next may start before it is cancelled, too.
// Why: the task has returned, so it is the next one's turn; that cancelling several takes a while is easily
//     forgotten.
// Kind: goes-on-after-the-end
// Caught by: after an interrupt no other task starts
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
        var gates = new CountDownLatch[tasks.size() + 1];
        for (var i = 0; i < gates.length; i++) {
            gates[i] = new CountDownLatch(1);
        }
        gates[0].countDown();
        var subtasks = new ArrayList<Subtask<T>>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var turn = 0;
            for (var task : tasks) {
                var mine = gates[turn++];
                var next = gates[turn];
                subtasks.add(scope.fork(() -> {
                    mine.await();
                    var result = task.call();
                    next.countDown();
                    return result;
                }));
            }
            scope.join();
            scope.throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
