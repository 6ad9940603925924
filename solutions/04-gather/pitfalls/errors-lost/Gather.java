// Pitfall: catches a task's exceptions in the subtask, and shuts down by itself. An Error slips past: its task's result is
//     null, and the others go on.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.gather;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    @SuppressWarnings("unchecked")
    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = (T[]) new Object[tasks.size()];
        var failure = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope<>()) {
            IntStream.range(0, results.length).forEach(i -> scope.fork(() -> {
                try {
                    results[i] = tasks.get(i).call();
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    scope.shutdown();
                }
                return null;
            }));
            scope.join();
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return Arrays.asList(results);
    }
}
