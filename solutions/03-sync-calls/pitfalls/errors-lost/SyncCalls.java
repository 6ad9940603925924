// Pitfall: catches a task's exceptions in the subtask, to throw them after the join. An Error slips past, and the next
//     task is started as if nothing had happened.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        var failure = new AtomicReference<Exception>();
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope<>()) {
                scope.fork(() -> {
                    try {
                        results.add(task.call());
                    } catch (Exception e) {
                        failure.set(e);
                    }
                    return null;
                });
                scope.join();
            }
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
        }
        return results;
    }
}
