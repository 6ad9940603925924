package structured.taskgroupbinding;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A thing for each task: handed to it when it is forked, known wherever it goes, and returned with its result.
 *
 * @see StructuredTaskScope
 */
public final class TaskGroupBinding {

    /** The thing of the running task: bound while a task runs, in the task and in whatever that forks in its turn. */
    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    /** A result with the thing of the task that it came from. */
    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    /**
     * Runs all tasks at the same time, each with a thing of its own, and returns the results as they come in.
     *
     * <p>Python: {@code add_done_callback(lambda task, thing=my_thing: results.append((thing, task.result())))}
     *
     * <p>Each task is run once, in a virtual thread, in a scope that the call opens itself. No task outlives the call. Calls
     * don't know of each other: a task may call gatherBound too, and keeps its thing.
     *
     * @param tasks what to run, each with {@link #MY_THING} bound to its thing; may be empty, or hold the same task twice
     * @param chooseThing called by the calling thread, once a task and in the order of {@code tasks}, also when one has failed
     *     meanwhile; two tasks may have equal things. What it throws, this throws, and the tasks are cancelled.
     * @return each task's result with its own thing, in the order in which the tasks ended; a result may be null
     * @throws ExecutionException if a task failed: the cause is that task's exception, be it an Error or an
     *     InterruptedException; the other tasks are cancelled
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = StructuredTaskScope.open()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join();
        }
        return List.copyOf(results);
    }

    /** Five simulated I/O tasks at once, each with a thing drawn for it. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var things = List.of("banana", "beer", "wheel", "ball", "book");
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var bound : gatherBound(tasks, () -> things.get(ThreadLocalRandom.current().nextInt(things.size())))) {
            System.out.printf(Locale.ROOT, "%s thing='%s'%n", bound.result, bound.thing);
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
