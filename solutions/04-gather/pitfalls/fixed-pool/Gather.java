// Pitfall: a pool of platform threads: the eleventh task waits until one of ten is over.
// Why: newFixedThreadPool and invokeAll look made for it.
// Kind: no-scope
// Caught by: every task runs on a virtual thread of its own
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
        try (var pool = Executors.newFixedThreadPool(10)) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(tasks.stream().<Callable<T>>map(task -> task::call).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }
}
