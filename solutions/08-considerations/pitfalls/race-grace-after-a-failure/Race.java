// Pitfall: when a task has failed, it gives the others a moment, and then the race is over.
// Why: a race with failures looks like one that will fail, and nobody wants to wait for that.
// Kind: over-too-early
// Caught by: a failure is out of the race, and the others go on
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var failure = new CompletableFuture<Throwable>();
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    try {
                        return task.call();
                    } catch (Throwable e) {
                        if (failure.complete(e)) {
                            Thread.sleep(50);
                            scope.shutdown();
                        }
                        throw e;
                    }
                });
            }
            scope.join();
            return scope.result(e -> new ExecutionException(failure.join()));
        } catch (IllegalStateException e) {
            throw new ExecutionException(failure.join());
        }
    }
}
