package structured.gather;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * All tasks at once: as slow as the slowest of them, not as all of them together.
 *
 * @see StructuredTaskScope
 */
public final class Gather {

    private Gather() {}

    /**
     * Runs all tasks at the same time, each of them once, and waits for all their results.
     *
     * <p>Python: {@code results = await gather(*tasks)}
     *
     * <p>Each task runs in a scope that the call opens itself, on a virtual thread of its own, and none of these
     * threads outlives the call: when this method returns or throws, every task has ended. No call minds another: a
     * task may call this method too.
     *
     * @param tasks what to run; may be empty, and may hold the same task several times
     * @return the tasks' results in the order of {@code tasks}, whichever finished first; a result may be null
     * @throws ExecutionException if a task failed: the cause is what that task threw, be it an {@code Error} or an
     *     {@code InterruptedException}, and the other tasks are cancelled, however they end then
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, however they end then, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow())) {
            tasks.forEach(scope::fork);
            // The joiner keeps the subtasks in the order in which they were forked.
            return scope.join().map(Subtask::get).toList();
        } catch (FailedException e) {
            throw new ExecutionException(e.getCause());
        }
    }

    /** Five simulated I/O tasks at once: together they take as long as the slowest. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : gather(tasks)) {
            System.out.println(result);
        }
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
