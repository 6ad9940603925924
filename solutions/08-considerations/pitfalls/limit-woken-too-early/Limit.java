// Pitfall: an interrupt gives permits to all that wait, and then says that they are cancelled: for a moment they
//     run, all at once.
// Why: whoever waits without hearing an interrupt has to be woken up; but first it has to be true what they wake up
//     for.
// Kind: told-before-kept
// Caught by: in whatever order tasks start and end, an interrupt of the caller ends the call, and more than the limit are not in flight meanwhile
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

@SuppressWarnings({"preview", "unchecked"})
public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, but is " + maxInFlight);
        }
        int limit = Math.min(maxInFlight, Math.max(1, tasks.size()));
        var permits = new Semaphore(limit);
        var cancelled = new AtomicBoolean();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    permits.acquireUninterruptibly();
                    try {
                        if (cancelled.get() || scope.isShutdown()) {
                            throw new InterruptedException("cancelled while waiting");
                        }
                        return task.call();
                    } finally {
                        permits.release();
                    }
                }));
            }
            try {
                scope.join();
            } catch (InterruptedException e) {
                // Wake those that wait for their turn, so that they see that it is over.
                permits.release(tasks.size());
                cancelled.set(true);
                throw e;
            }
            scope.throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
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
