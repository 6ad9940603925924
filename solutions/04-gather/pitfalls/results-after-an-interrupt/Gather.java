// Pitfall: an interrupt shuts the scope down, and the caller asks the tasks how they took it. If they all ended well,
//     it returns, as if nobody had interrupted it.
// Why: shutdown is what cancels, and after it all goes the usual way.
// Kind: interrupt-swallowed
// Caught by: interrupting the caller cancels the tasks
package structured.gather;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new Object[tasks.size()];
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<>()) {
            for (int i = 0; i < results.length; i++) {
                int place = i;
                scope.fork(() -> {
                    try {
                        results[place] = tasks.get(place).call();
                    } catch (Throwable e) {
                        if (failure.compareAndSet(null, e)) {
                            scope.shutdown();
                        }
                    }
                    return null;
                });
            }
            try {
                scope.join();
            } catch (InterruptedException e) {
                scope.shutdown();
                scope.join();
            }
        }
        if (failure.get() instanceof InterruptedException e) {
            throw e;
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Arrays.asList(results);
        return list;
    }
}
