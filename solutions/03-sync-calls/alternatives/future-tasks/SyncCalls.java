// Alternative: each subtask runs a FutureTask, which keeps the outcome, whatever it is. After the join, get doesn't
//     wait.
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                var future = new FutureTask<T>(task::call);
                scope.fork(Executors.callable(future));
                scope.join();
                results.add(future.get());
            }
        }
        return results;
    }
}
