// Pitfall: a task that throws a CancellationException counts as cancelled, not as failed: null stands for it, and the
//     next one starts.
// Why: it is called cancellation, after all. But nobody has cancelled this task: something that it used was.
// Kind: whose-interrupt
// Caught by: after a failure no other task starts
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope<T>()) {
            for (var task : tasks) {
                var subtask = scope.<T>fork(task);
                scope.join();
                if (subtask.state() == Subtask.State.SUCCESS) {
                    results.add(subtask.get());
                } else if (subtask.exception() instanceof CancellationException) {
                    results.add(null);
                } else {
                    throw new ExecutionException(subtask.exception());
                }
            }
        }
        return results;
    }
}
