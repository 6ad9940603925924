// Alternative: the tasks report to a queue, however they end, and the caller counts the failures until there is a
//     success.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var ended = new LinkedBlockingQueue<Future<T>>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                var future = new FutureTask<T>(task::call);
                scope.fork(() -> {
                    future.run();
                    ended.add(future);
                    if (future.state() == Future.State.SUCCESS) {
                        // At once: the caller may still be forking.
                        scope.shutdown();
                    }
                    return null;
                });
            }
            var future = ended.take();
            for (int left = tasks.size() - 1; left > 0 && future.state() == Future.State.FAILED; left--) {
                future = ended.take();
            }
            scope.join();
            return future.get();
        }
    }
}
