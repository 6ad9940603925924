// Pitfall: one thread runs all the tasks, and hands the interrupt that a task has set on to the next one, whose first wait ends with
//     an InterruptedException.
// Why: a task has no thread of its own here, and nothing in the loop reminds of what it leaves in that.
// Kind: whose-interrupt
// Caught by: every result is in its task's place, be it null or equal to another
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var results = scope.<List<T>>fork(() -> {
                var list = new ArrayList<T>();
                for (var task : tasks) {
                    if (scope.isShutdown()) {
                        throw new InterruptedException();
                    }
                    list.add(task.call());
                }
                return list;
            });
            scope.join().throwIfFailed();
            return results.get();
        }
    }
}
