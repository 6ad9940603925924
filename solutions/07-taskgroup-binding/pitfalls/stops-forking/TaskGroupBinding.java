// Pitfall: an interrupt ends the loop that forks, and whoever has ended by then is all that comes.
// Why: join throws, says its contract; but only if there is somebody left to wait for.
// Kind: interrupt-swallowed
// Caught by: in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out
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

@SuppressWarnings("preview")
public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call()))));
                if (Thread.currentThread().isInterrupted()) {
                    break; // join throws
                }
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }

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
