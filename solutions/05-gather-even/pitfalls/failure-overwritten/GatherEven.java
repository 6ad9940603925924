// Pitfall: keeps the last failure, not the first: a task that is cancelled fails too, with an InterruptedException.
// Why: only one task fails, as long as one does not count those that are cancelled for it.
// Kind: wrong-outcome
// Caught by: the failure that cancels the others is the one that is reported
// Caught by: in whatever order threads take their steps, a failure arrives, and cancels those that have begun
// Caught by: in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws
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
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<>()) {
            IntStream.range(0, results.length).forEach(i -> scope.fork(() -> {
                try {
                    results[i] = tasks.get(i).call();
                } catch (Throwable e) {
                    failure.set(e);
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
