// Pitfall: a started thread belongs to nobody: when the caller is interrupted, it runs on.
// Why: start, then join: that is how threads are taught.
// Kind: no-scope
// Caught by: no task outlives the call
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            var future = new FutureTask<T>(task::call);
            Thread.startVirtualThread(future).join();
            results.add(future.get());
        }
        return results;
    }
}
