// Pitfall: an executor instead of a scope. It knows nothing of its caller: scoped values don't reach the tasks.
// Why: with some care an ExecutorCompletionService can do most of what a scope does.
// Kind: no-scope
// Caught by: every task runs inside a scope that belongs to the call
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var completed = new ExecutorCompletionService<T>(executor);
                var futures = tasks.stream().map(task -> completed.submit(task::call)).toList();
                for (int i = 0; i < tasks.size(); i++) {
                    completed.take().get();
                }
                return futures.stream().map(Future::resultNow).toList();
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
