// Pitfall: catches a task's exceptions in the subtask, and shuts down by itself. An Error slips past: its task's result is
//     null, and the others go on.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure arrives as an ExecutionException, also when the task that fails is odd
package structured.gathereven;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    @SuppressWarnings("unchecked")
    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
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
        return IntStream.range(0, results.length).filter(i -> i % 2 == 1).mapToObj(i -> results[i]).toList();
    }
}
