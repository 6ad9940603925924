package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.CancelledByTimeoutException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Not waiting forever: all tasks in time, or none. */
public final class Deadline {

    private Deadline() {}

    /**
     * Runs all tasks at the same time, and waits for their results only so long.
     *
     * <p>Python: {@code async with timeout(seconds): results = await gather(*tasks)}
     *
     * <p>Each task is run once, in a virtual thread that a scope of this call's own forks. No task outlives the call.
     * Calls know nothing of each other: they may be nested, or made at the same time.
     *
     * @param tasks what to run; may be empty, or have the same task more than once
     * @param timeout how long all the tasks together may take, up to {@code ChronoUnit.FOREVER}; one of zero or less is over
     *     at once, and then it is not said whether a task is run
     * @return the tasks' results in the order of {@code tasks}; a result may be null
     * @throws TimeoutException if a task had not ended after {@code timeout}: the tasks are cancelled, and the calling thread
     *     is not left interrupted. Without tasks, none is late; and one that has ended late, but before the call comes to
     *     wait, may pass for one in time
     * @throws ExecutionException if a task failed in time: the cause is that task's exception, of whatever kind, a
     *     TimeoutException too, and the other tasks are cancelled. If they haven't ended after {@code timeout}, a
     *     TimeoutException will do, too
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();    // A join whose time is up would not look whether there is anything to wait for.
        }
        try (var scope = StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow(), config -> config.withTimeout(timeout))) {
            tasks.forEach(scope::fork);
            // The time runs since open. When it is up, the scope is cancelled at once, and the join throws.
            return scope.join();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancelledByTimeoutException) {
                throw new TimeoutException("not all tasks have ended within " + timeout);
            }
            throw e;
        }
    }

    /** Five simulated I/O tasks, and four seconds for them: more often than not one of them takes longer. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        try {
            gatherWithin(tasks, Duration.ofSeconds(4)).forEach(System.out::println);
        } catch (TimeoutException e) {
            System.out.println("Not all Tasks have been completed in 4 seconds.");
        }
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
