// Pitfall: a parallel stream runs as many tasks at a time as there are processors, on platform threads.
// Why: it is one word, and it speeds up computations.
// Kind: no-scope
// Caught by: every task runs on a virtual thread of its own
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try {
            return tasks.parallelStream().<T>map(task -> {
                try {
                    return task.call();
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            }).toList();
        } catch (CompletionException e) {
            throw new ExecutionException(e.getCause());
        }
    }
}
