// Alternative: the first success completes a future, and so does the last failure, which is counted; the caller waits
//     for the future.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var failures = new AtomicInteger();
        var end = new CompletableFuture<Outcome<T>>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    try {
                        end.complete(new Outcome.Success<>(task.call()));
                    } catch (Throwable e) {
                        if (failures.incrementAndGet() < tasks.size()) {
                            return null;
                        }
                        end.complete(new Outcome.Failure<>(e));
                    }
                    // At once: the caller may still be forking.
                    scope.shutdown();
                    return null;
                });
            }
            var outcome = end.get();
            scope.join();
            return switch (outcome) {
                case Outcome.Success<T> success -> success.value();
                case Outcome.Failure<T> failure -> throw new ExecutionException(failure.exception());
            };
        }
    }
}
