// Pitfall: the scope is told to start platform threads, a megabyte of stack each.
// Why: the constructor asks for a thread factory, and Thread.ofPlatform() is the one people know.
// Kind: wrong-thread
// Caught by: every task runs on a virtual thread
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure("sync", Thread.ofPlatform().factory())) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
