// Pitfall: at a failure it releases a permit for each task, which is an Error if the limit is the largest number,
//     and nobody is cancelled.
// Why: who waits is to wake up, and find that all is over; but a semaphore has no more permits than an int.
// Kind: ends-of-the-range
// Caught by: a failure arrives with the task's own exception, and cancels the others
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, but is " + maxInFlight);
        }
        try (var scope = new LimitedScope<T>(tasks.size(), maxInFlight)) {
            var subtasks = new ArrayList<Subtask<T>>(tasks.size());
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.forkLimited(task));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static final class LimitedScope<T> extends StructuredTaskScope<T> {

        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Semaphore permits;
        private final int tasks;

        LimitedScope(int tasks, int maxInFlight) {
            this.tasks = tasks;
            this.permits = new Semaphore(maxInFlight);
        }

        Subtask<T> forkLimited(Callable<? extends T> task) {
            return fork(() -> {
                permits.acquire();
                try {
                    if (failure.get() != null) {
                        throw new CancellationException();
                    }
                    return task.call();
                } finally {
                    permits.release();
                }
            });
        }

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && failure.compareAndSet(null, subtask.exception())) {
                permits.release(tasks); // nobody has to wait any more: those in the queue see the failure, and leave
                shutdown();
            }
        }

        @Override
        public LimitedScope<T> join() throws InterruptedException {
            super.join();
            return this;
        }

        void throwIfFailed() throws ExecutionException {
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherLimited(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
