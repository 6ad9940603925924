// Alternative: each subtask runs a FutureTask that puts itself into a queue when it is done. The caller takes them as
//     they end; get throws the first failure.
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var ended = new LinkedBlockingQueue<Future<T>>();
        var futures = new ArrayList<Future<T>>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                var future = new FutureTask<T>(task::call) {
                    @Override
                    protected void done() {
                        ended.add(this);
                    }
                };
                futures.add(future);
                scope.fork(Executors.callable(future));
            }
            try {
                for (int i = 0; i < futures.size(); i++) {
                    ended.take().get();
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
        var results = new ArrayList<T>();
        for (int i = 1; i < futures.size(); i += 2) {
            results.add(futures.get(i).resultNow());
        }
        return results;
    }
}
