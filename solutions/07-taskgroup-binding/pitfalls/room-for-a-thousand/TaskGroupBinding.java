// Pitfall: a queue with room for a thousand results. Of more tasks, offer drops what finds no room, and nobody asks what it returned.
// Why: a queue with a bound is said to be the safe one, and a thousand looks like plenty.
// Kind: left-out
// Caught by: each task is run once, and its result comes once, with its own thing
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ArrayBlockingQueue<Bound>(1_000);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.offer(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
