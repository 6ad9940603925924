package structured.synccalls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** One task after the other: as slow as all of them together. The baseline that the next module beats. */
public final class SyncCalls {

    private SyncCalls() {}

    /**
     * Runs the tasks one after another, each of them once, and when the one before has ended.
     *
     * <p>Python: {@code for task in tasks: results.append(await task)}
     *
     * <p>Each task runs in a scope that the call opens itself, on a virtual thread that doesn't outlive the call, and never
     * are two of them in flight. A task that sets its thread's interrupt interrupts no other. No call minds another: a task
     * may call this method too.
     *
     * @param tasks what to run, up to a few thousand; may be empty, and may hold the same task several times
     * @return the tasks' results in the order of {@code tasks}; a result may be null
     * @throws ExecutionException if a task failed: the cause is what that task threw, be it an {@code Error} or an
     *     {@code InterruptedException}, and the tasks after it never start
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the task that runs when it
     *     notices is cancelled, however it ends then, and those after it never start. Where there is nothing to wait for,
     *     it may go unnoticed, and stays set
     */
    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            // A scope can be joined once, and takes no task after that: so each task has one of its own.
            try (var scope = StructuredTaskScope.open()) {
                var subtask = scope.fork(task);
                scope.join();
                results.add(subtask.get());
            }
        }
        return results;
    }

    /** Five simulated I/O tasks, one after another: together they take as long as the sum of their waits. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : callInSequence(tasks)) {
            System.out.println(result);
        }
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
