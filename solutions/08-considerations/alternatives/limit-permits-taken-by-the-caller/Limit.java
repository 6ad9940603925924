// Alternative: the caller takes the permits, so that a task that has to wait needs no thread yet; the scope gives them
//     back, as a task that is never started could not, and the caller stops forking when the scope is shut down.
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        try (var scope = new Limited<T>(maxInFlight)) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                scope.permits.acquire();
                if (scope.isShutdown()) {
                    break;
                }
                subtasks.add(scope.fork(task::call));
            }
            scope.join();
            if (scope.failure.get() != null) {
                throw new ExecutionException(scope.failure.get());
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static final class Limited<T> extends StructuredTaskScope<T> {
        private final Semaphore permits;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Limited(int permits) {
            this.permits = new Semaphore(permits);
        }

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
            permits.release();
        }
    }
}
