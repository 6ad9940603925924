// Pitfall: nothing is forked: the tasks run in the caller's own thread.
// Why: one after another needs no threads. It is a fair point, but then nobody can cancel a task without the caller.
// Kind: wrong-thread
// Caught by: every task runs on a virtual thread
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            try {
                results.add(task.call());
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new ExecutionException(e);
            }
        }
        return results;
    }
}
