// Pitfall: the last failure completes a future, whose get takes a CompletionException for a wrapper of its own: where
//     a task throws one, its cause is reported.
// Why: a future has the right methods, and that get looks into exceptions is said in no signature.
// Kind: other-shape
// Caught by: if all tasks fail, so does the race, with the exception of one of them
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
        var end = new CompletableFuture<T>();
        try (var scope = new StructuredTaskScope<Boolean>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    try {
                        return end.complete(task.call());
                    } catch (Throwable e) {
                        return failures.incrementAndGet() == tasks.size() && end.completeExceptionally(e);
                    }
                });
            }
            try {
                return end.get();
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
    }
}
