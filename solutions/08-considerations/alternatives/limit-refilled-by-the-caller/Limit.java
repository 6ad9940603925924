// Alternative: the caller forks while there is room, and else takes a subtask that has ended from a queue: no thread
//     has to wait for its turn.
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        try (var scope = new Ended<T>()) {
            var subtasks = new ArrayList<Subtask<T>>();
            var inFlight = 0;
            for (var next = tasks.iterator(); inFlight > 0 || next.hasNext(); ) {
                if (inFlight < maxInFlight && next.hasNext()) {
                    subtasks.add(scope.fork(next.next()::call));
                    inFlight++;
                    continue;
                }
                var ended = scope.queue.take();
                inFlight--;
                if (ended.state() == Subtask.State.FAILED) {
                    scope.join();
                    throw new ExecutionException(ended.exception());
                }
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
