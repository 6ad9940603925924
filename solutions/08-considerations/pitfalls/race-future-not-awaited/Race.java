// Pitfall: each task is a future, in a thread of its own beside the one that the scope has forked. When a future is cancelled, who
//     waits for it goes on at once, and its task has yet to end.
// Why: cancel(true) is told to interrupt the task, which sounds as if it were over then.
// Kind: left-running
// Caught by: in whatever order tasks end, one of those that succeed wins, and the losers are cancelled
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    var future = new FutureTask<T>(task::call);
                    Thread.startVirtualThread(future);
                    try {
                        return future.get();
                    } catch (ExecutionException e) {
                        if (e.getCause() instanceof Error error) {
                            throw error;
                        }
                        throw (Exception) e.getCause();
                    } finally {
                        future.cancel(true);
                    }
                });
            }
            return scope.join().result();
        }
    }
}
