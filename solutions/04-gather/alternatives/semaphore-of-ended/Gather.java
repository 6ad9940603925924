// Alternative: each subtask keeps its result or the first failure, and then releases a permit. The caller acquires one
//     for each task, and stops at a failure.
package structured.gather;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var ended = new Semaphore(0);
        var failure = new AtomicReference<Throwable>();
        var results = new Object[tasks.size()];
        try (var scope = new StructuredTaskScope<>()) {
            for (int i = 0; i < results.length; i++) {
                var place = i;
                scope.fork(() -> {
                    try {
                        results[place] = tasks.get(place).call();
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        ended.release();
                    }
                    return null;
                });
            }
            try {
                for (int i = 0; i < results.length && failure.get() == null; i++) {
                    ended.acquire();
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Arrays.asList(results);
        return list;
    }
}
