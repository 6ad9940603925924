// Pitfall: the executor is never closed: after a failure or an interrupt the other tasks run on.
// Why: the virtual threads go away by themselves, as long as all goes well.
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
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var futures = tasks.stream().map(task -> executor.<T>submit(task::call)).toList();
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
