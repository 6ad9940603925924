// Pitfall: CompletableFutures have no parent: nothing cancels them, and nothing waits for them after a failure.
// Why: allOf is the gather of those who came before scopes.
// Kind: no-scope
// Caught by: a failure cancels the other tasks
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var futures = tasks.stream().map(task -> {
            var future = new CompletableFuture<T>();
            Thread.startVirtualThread(() -> {
                try {
                    future.complete(task.call());
                } catch (Throwable e) {
                    future.completeExceptionally(e);
                }
            });
            return future;
        }).toList();
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get();
        return futures.stream().map(CompletableFuture::join).toList();
    }
}
