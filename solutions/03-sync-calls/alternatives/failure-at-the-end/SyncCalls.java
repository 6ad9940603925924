// Alternative: a scope that was shut down by a failure starts nothing more, so one look after the loop is enough.
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
                scope.join();
            }
            scope.throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
