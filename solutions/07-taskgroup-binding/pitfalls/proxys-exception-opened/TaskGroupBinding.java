// Pitfall: an UndeclaredThrowableException is opened, and what is in it reported; but a task may throw one itself.
// Why: it is the wrapper that this answer uses to get checked exceptions through; dynamic proxies use it, too.
// Kind: other-shape
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.taskgroupbinding;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Supplier;
import java.time.Duration;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var ended = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    ScopedValue.runWhere(MY_THING, thing, () -> ended.add(new Bound(thing, callUnchecked(task))));
                    return null;
                });
            }
            scope.join().throwIfFailed(thrown -> new ExecutionException(
                    thrown instanceof UndeclaredThrowableException wrapper ? wrapper.getUndeclaredThrowable() : thrown));
        }
        return List.copyOf(ended);
    }

    private static String callUnchecked(Callable<String> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new UndeclaredThrowableException(e);
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
