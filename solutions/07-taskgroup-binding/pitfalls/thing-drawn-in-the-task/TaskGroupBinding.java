// Pitfall: each task draws its own thing: in its thread, and in the order in which the tasks happen to start.
// Why: what a task needs, a task gets; but things are drawn from what belongs to the caller, and it may not be
//     thread-safe.
// Kind: drawn-elsewhere
// Caught by: things are chosen by the caller, one for each task
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    var thing = chooseThing.get();
                    return ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call())));
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
