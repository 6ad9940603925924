// Pitfall: invokeAll waits for all the tasks, also when one of them has failed long ago.
// Why: it takes a list of tasks and returns a list of futures in their order.
// Kind: no-scope
// Caught by: a failure cancels the other tasks
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : executor.invokeAll(tasks.stream().<Callable<T>>map(task -> task::call).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }
}
