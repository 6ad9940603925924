// Pitfall: a thread started by hand opens the scope. It is not the caller, so the caller's scoped values don't reach
//     the tasks.
// Why: the whole loop is put into the background, where it can be waited for or cancelled as one.
// Kind: no-scope
// Caught by: every task runs inside a scope that belongs to the call
package structured.synccalls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var loop = new FutureTask<List<T>>(() -> inScope(tasks));
        var runner = Thread.startVirtualThread(loop);
        try {
            runner.join();
        } catch (InterruptedException e) {
            do {
                runner.interrupt();
            } while (!runner.join(Duration.ofMillis(10)));
            throw e;
        }
        try {
            return loop.get();
        } catch (ExecutionException e) {
            throw (ExecutionException) e.getCause();
        }
    }

    private static <T> List<T> inScope(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
    }
}
