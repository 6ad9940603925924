// Pitfall: the endless stream of things is asked first whether it has one more: to know, it draws one for no task.
// Why: while both have a next one reads well, in either order.
// Kind: drawn-elsewhere
// Caught by: things are chosen by the caller, one for each task
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;
import java.util.stream.Stream;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var things = Stream.generate(chooseThing).iterator();
            var left = tasks.iterator();
            while (things.hasNext() && left.hasNext()) {
                var thing = things.next();
                var task = left.next();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
