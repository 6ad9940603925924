// Pitfall: each task that returns sets the result if there is none yet; null looks like none, so a loser that ends all the same when it
//     is cancelled sets it once more.
// Why: compareAndSet(null, result) reads like "if I am the first", and is "if it is null".
// Kind: result-misread
// Caught by: null wins a race like any other result
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var winner = new AtomicReference<T>();
        var won = new AtomicBoolean();
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<Void>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    try {
                        winner.compareAndSet(null, task.call());
                        won.set(true);
                        scope.shutdown();
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                    return null;
                });
            }
            scope.join();
        }
        if (!won.get()) {
            throw new ExecutionException(failure.get());
        }
        return winner.get();
    }
}
