// Alternative: the caller takes the subtasks from a queue as they end, and waits for each no longer than the time that
//     is left.
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var start = System.nanoTime();
        var nanos = TimeUnit.NANOSECONDS.convert(timeout);
        try (var scope = new Ended<T>()) {
            var subtasks = tasks.stream().map(task -> scope.fork(() -> (T) task.call())).toList();
            for (int i = 0; i < subtasks.size(); i++) {
                var left = nanos <= 0 ? 0 : nanos - (System.nanoTime() - start);
                var ended = scope.queue.poll(left, TimeUnit.NANOSECONDS);
                if (ended != null && ended.state() == Subtask.State.SUCCESS) {
                    continue;
                }
                scope.shutdown();
                scope.join();
                if (ended == null) {
                    throw new TimeoutException();
                }
                throw new ExecutionException(ended.exception());
            }
            scope.join();
            return subtasks.stream().map(Subtask::get).toList();
        }
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
