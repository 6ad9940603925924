package structured.gathereven;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * All tasks at once, then work on their results: here, keep every second one.
 *
 * @see StructuredTaskScope
 */
@SuppressWarnings("preview")
public final class GatherEven {

    private GatherEven() {}

    /**
     * Runs all tasks at the same time, each of them once, waits for all, and returns the results of the even ones.
     *
     * <p>Python: {@code for i, result in enumerate(await gather(*tasks), start=1): if i % 2 == 0: ...}
     *
     * <p>Tasks are counted from one, as in their output. The odd ones run as well, and have to succeed: only their
     * results are of no interest. Each task runs in a scope that the call opens itself, on a virtual thread of its
     * own, and none of these threads outlives the call. No call minds another: a task may call this method too.
     *
     * @param tasks what to run; may be empty, and may hold the same task several times
     * @return the results of the second, the fourth, the sixth ... task, in this order; a result may be null
     * @throws ExecutionException if a task failed, odd or even: the cause is what that task threw, be it an
     *     {@code Error} or an {@code InterruptedException}, and the other tasks are cancelled, however they end then
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, however they end then, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        // TODO step 1: run all the tasks at the same time, as in 04-gather
        // TODO step 2: wait for all of them, and pass on the failure of any
        // TODO step 3: return the results of the even tasks, counted from one
        throw new UnsupportedOperationException("gatherEven is not written yet");
    }

    /** Five simulated I/O tasks at once, of which two are reported. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : gatherEven(tasks)) {
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
