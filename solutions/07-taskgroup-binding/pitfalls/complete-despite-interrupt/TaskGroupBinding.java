// Pitfall: if all tasks bring a result, the call returns them, though its caller was interrupted.
// Why: they are there, so why throw them away; but they are of tasks that were cancelled, and nobody knows what
//     those left out.
// Kind: interrupt-swallowed
// Caught by: a call inside a task is a call like any other, and the task keeps its thing
package structured.taskgroupbinding;

import java.time.Duration;
import java.util.ArrayList;
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
        InterruptedException interrupt = null;
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> results.add(new Bound(thing, ScopedValue.where(MY_THING, thing).call(task::call))));
            }
            try {
                scope.join().throwIfFailed();
            } catch (InterruptedException e) {
                scope.shutdown();
                interrupt = e;
            }
        }
        if (interrupt != null) {
            if (results.size() < tasks.size()) {
                throw interrupt;
            }
            Thread.currentThread().interrupt(); // everything is there, so only pass it on
        }
        return new ArrayList<>(results);
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
