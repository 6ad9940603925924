// Pitfall: when the caller is interrupted during the last task, and that returns a result nevertheless, the list is returned.
// Why: all results are there, so why not take them? The interrupt is set again, for whoever may look at it.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the running task
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            var future = new FutureTask<T>(task::call);
            try (var scope = new StructuredTaskScope<Void>()) {
                scope.fork(() -> {
                    future.run();
                    return null;
                });
                scope.join();
            } catch (InterruptedException e) {
                if (results.size() < tasks.size() - 1 || future.state() != Future.State.SUCCESS) {
                    throw e;
                }
                Thread.currentThread().interrupt();
            }
            results.add(future.get());
        }
        return results;
    }
}
