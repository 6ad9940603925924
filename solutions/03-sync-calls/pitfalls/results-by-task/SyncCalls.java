// Pitfall: the results are kept in a map by their task: for a task that stands in the list several times, its last
//     result comes each time.
// Why: a map of what belongs together needs no counting.
// Kind: same-twice
// Caught by: every result is in its task's place, be it null or equal to another
package structured.synccalls;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new HashMap<Callable<? extends T>, T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.put(task, subtask.get());
            }
        }
        return tasks.stream().<T>map(results::get).toList();
    }
}
