// Pitfall: an executor instead of a scope. It knows nothing of its caller: scoped values don't reach the tasks.
// Why: a single thread is the textbook way to run tasks one after another.
// Kind: no-scope
// Caught by: every task runs inside a scope that belongs to the call
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
            try {
                var results = new ArrayList<T>();
                for (var task : tasks) {
                    results.add(executor.<T>submit(task::call).get());
                }
                return results;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
