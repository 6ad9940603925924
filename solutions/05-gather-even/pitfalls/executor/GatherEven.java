// Pitfall: an executor instead of a scope. It knows nothing of its caller: scoped values don't reach the tasks.
// Why: with some care an ExecutorCompletionService can do most of what a scope does.
// Kind: no-scope
// Caught by: every task, odd or even, runs inside a scope that belongs to the call
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var completed = new ExecutorCompletionService<T>(executor);
                var futures = tasks.stream().map(task -> completed.submit(task::call)).toList();
                for (int i = 0; i < tasks.size(); i++) {
                    completed.take().get();
                }
                var results = new ArrayList<T>();
                for (int i = 1; i < futures.size(); i += 2) {
                    results.add(futures.get(i).resultNow());
                }
                return results;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
