// Alternative: a plain scope, and each subtask is asked how it ended before the next one starts.
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope<T>("sync", Thread.ofVirtual().name("task-", 1).factory())) {
            for (var task : tasks) {
                var subtask = scope.<T>fork(task);
                scope.join();
                if (subtask.state() == Subtask.State.FAILED) {
                    throw new ExecutionException(subtask.exception());
                }
                results.add(subtask.get());
            }
        }
        return results;
    }
}
