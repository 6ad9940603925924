// Pitfall: a failure cancels the other tasks, and the caller goes on while they tidy up.
// Why: shutdownNow sounds as if it were over then; but it only interrupts.
// Kind: no-scope
// Caught by: no task outlives the call
// Caught by: in whatever order threads take their steps, a failure arrives, and cancels those that have begun
// Caught by: in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var ended = new ExecutorCompletionService<T>(executor);
            var futures = new ArrayList<Future<T>>();
            for (var task : tasks) {
                futures.add(ended.submit(task::call));
            }
            for (int i = 0; i < tasks.size(); i++) {
                ended.take().get();
            }
            executor.close();
            var results = new ArrayList<T>();
            for (int i = 1; i < futures.size(); i += 2) {
                results.add(futures.get(i).resultNow());
            }
            return results;
        } catch (ExecutionException e) {
            executor.shutdownNow();
            throw e;
        } catch (InterruptedException e) {
            executor.shutdownNow();
            executor.close();
            throw e;
        }
    }
}
