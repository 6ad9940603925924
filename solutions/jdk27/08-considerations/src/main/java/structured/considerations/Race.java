package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Several ways to one result: whichever is first will do. */
public final class Race {

    private Race() {}

    /**
     * Runs all tasks at the same time, and returns as soon as one of them has succeeded.
     *
     * <p>Python: {@code done, pending = await wait(tasks, return_when=FIRST_COMPLETED)}, then cancel what is pending
     *
     * <p>A task that fails, however it does, is out of the race, and the others go on.
     *
     * <p>Each task is run once at most, in a virtual thread that a scope of this call's own forks. No task outlives the call.
     * Calls know nothing of each other: they may be nested, or made at the same time.
     *
     * @param tasks what to run, at least one task; may have the same task more than once
     * @return the result of the task that succeeded first, which may be null; the other tasks are cancelled
     * @throws IllegalArgumentException if there are no tasks
     * @throws ExecutionException if all tasks failed: the cause is the exception of one of them
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = StructuredTaskScope.open(Joiner.<T>anySuccessfulOrThrow())) {
            tasks.forEach(scope::fork);
            return scope.join();
        }
    }

    /** Five simulated I/O tasks, of which only the fastest matters. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        System.out.println(firstSuccessful(tasks));
        System.out.printf(Locale.ROOT, "The first Task has been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
