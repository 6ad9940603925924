// Pitfall: waits for a winner, and for nothing else: when all tasks fail there is none, and the call never comes back.
// Why: take() gives the first result, which is what is wanted; that there may be none is easily forgotten.
// Kind: failure-lost
// Caught by: if all tasks fail, so does the race, with the exception of one of them
package structured.considerations;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var results = new LinkedBlockingQueue<Optional<T>>();
        try (var scope = new StructuredTaskScope<Boolean>()) {
            tasks.forEach(task -> scope.fork(() -> results.add(Optional.ofNullable(task.call()))));
            var winner = results.take();
            scope.shutdown();
            scope.join();
            return winner.orElse(null);
        }
    }
}
