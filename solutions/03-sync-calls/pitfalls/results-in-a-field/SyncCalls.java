// Pitfall: the results are kept in a static field. A call inside a task begins with clearing those of the call around
//     it.
// Why: the method was too long, and a field saved handing the list around.
// Kind: shared-by-calls
// Caught by: a task may call in sequence, too
package structured.synccalls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private static final List<Object> RESULTS = Collections.synchronizedList(new ArrayList<>());

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        RESULTS.clear();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                RESULTS.add(subtask.get());
            }
        }
        @SuppressWarnings("unchecked")
        var results = (List<T>) Collections.unmodifiableList(new ArrayList<>(RESULTS));
        return results;
    }
}
