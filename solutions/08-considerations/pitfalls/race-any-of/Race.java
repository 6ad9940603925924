// Pitfall: anyOf takes the first that ends, a failure as well, and cancels nothing; and the common pool has few
//     threads, none of them virtual.
// Why: anyOf reads like the first success.
// Kind: no-scope
// Caught by: a failure is out of the race, and the others go on
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var first = new CompletableFuture<T>();
        for (var task : tasks) {
            CompletableFuture.runAsync(() -> {
                try {
                    first.complete(task.call());
                } catch (Exception e) {
                    first.completeExceptionally(e);
                }
            });
        }
        return first.get();
    }
}
