package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.stream.IntStream;

/**
 * Sparing a service without waiting for the slowest of a batch: when one task ends, the next one starts.
 *
 * @see StructuredTaskScope
 */
public final class Limit {

    private Limit() {}

    /**
     * Runs the tasks at the same time, but never more than {@code maxInFlight} of them; as long as there are enough, no
     * fewer either.
     *
     * <p>Python: {@code async with semaphore: await task}, in each task of a {@code gather}
     *
     * <p>Each task is run once, in a virtual thread that a scope of this call's own forks. No task outlives the call, and one
     * that sets its thread's interrupt interrupts no other. Calls know nothing of each other: they may be nested, or made at
     * the same time.
     *
     * @param tasks what to run; may be empty, or have the same task more than once
     * @param maxInFlight how many tasks may run at once, from 1 to {@code Integer.MAX_VALUE}
     * @return the tasks' results in the order of {@code tasks}; a result may be null
     * @throws IllegalArgumentException if {@code maxInFlight} is less than 1, also without tasks; no task is run then
     * @throws ExecutionException if a task failed: the cause is that task's exception, of whatever kind, and the other
     *     tasks are cancelled, also those that wait for their turn. Until they are, some of these may still get it
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are likewise
     *     cancelled, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        var permits = new Semaphore(maxInFlight);
        try (var scope = StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow())) {
            // A waiting virtual thread costs next to nothing, so the tasks may as well wait for their turn in one.
            tasks.forEach(task -> scope.fork(() -> {
                permits.acquire();
                try {
                    return task.call();
                } finally {
                    permits.release();
                }
            }));
            return scope.join().map(Subtask::get).toList();
        } catch (FailedException e) {
            throw new ExecutionException(e.getCause());
        }
    }

    /** Twelve requests to a service that serves four at a time, without a refusal: change the 4, and see. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherLimited(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
