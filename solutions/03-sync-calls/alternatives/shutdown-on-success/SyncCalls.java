// Alternative: each task has a ShutdownOnSuccess scope: of a single subtask, its result tells success and failure
//     alike.
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
                scope.fork(task);
                results.add(scope.join().result());
            }
        }
        return results;
    }
}
