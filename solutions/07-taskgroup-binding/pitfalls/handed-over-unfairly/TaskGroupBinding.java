// Pitfall: each task hands its result over by a SynchronousQueue, which takes from those that wait the one that came
//     last.
// Why: a queue sounds like first come, first served; this one is, if it is told to be fair.
// Kind: wrong-order
// Caught by: results come in the order in which the tasks end
package structured.taskgroupbinding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.SynchronousQueue;
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
        record Outcome(Bound bound, Throwable failure) {}
        var outcomes = new SynchronousQueue<Outcome>();
        try (var scope = new StructuredTaskScope<Void>()) {
            var size = 0;
            for (var task : tasks) {
                var thing = chooseThing.get();
                size++;
                scope.fork(() -> {
                    Outcome outcome;
                    try {
                        outcome = new Outcome(new Bound(thing, ScopedValue.where(MY_THING, thing).call(task::call)), null);
                    } catch (Throwable t) {
                        outcome = new Outcome(null, t);
                    }
                    Thread.interrupted(); // the task's own business, the hand-over must not suffer from it
                    if (!scope.isShutdown()) {
                        outcomes.put(outcome);
                    }
                    return null;
                });
            }
            var results = new ArrayList<Bound>();
            Throwable failure = null;
            while (failure == null && results.size() < size) {
                var outcome = outcomes.take();
                failure = outcome.failure();
                results.add(outcome.bound());
            }
            scope.shutdown();
            scope.join();
            if (failure != null) {
                throw new ExecutionException(failure);
            }
            return results;
        }
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
