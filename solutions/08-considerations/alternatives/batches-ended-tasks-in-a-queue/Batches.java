// Alternative: the caller takes the subtasks of a batch from a queue as they end, so that it could say how far it has
//     come.
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Batches {

    private Batches() {}

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (var next = tasks.iterator(); next.hasNext(); ) {
            try (var scope = new Ended<T>()) {
                var batch = new ArrayList<Subtask<T>>();
                while (batch.size() < batchSize && next.hasNext()) {
                    batch.add(scope.fork(next.next()::call));
                }
                for (int i = 0; i < batch.size(); i++) {
                    var ended = scope.queue.take();
                    if (ended.state() == Subtask.State.FAILED) {
                        scope.join();
                        throw new ExecutionException(ended.exception());
                    }
                }
                scope.join();
                batch.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }

    private static final class Ended<T> extends StructuredTaskScope<T> {
        private final LinkedBlockingQueue<Subtask<? extends T>> queue = new LinkedBlockingQueue<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            queue.add(subtask);
            if (subtask.state() == Subtask.State.FAILED) {
                // At once: the caller may still be forking.
                shutdown();
            }
        }
    }
}
