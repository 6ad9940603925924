// Pitfall: MY_THING is bound when the result is put away, and not yet while the task runs.
// Why: arguments are evaluated before the call: call() seems to be around the task, and is not.
// Kind: bound-elsewhere
// Caught by: MY_THING is bound while a task runs
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
                var thing = chooseThing.get();
                scope.fork(() -> {
                    var result = task.call();
                    return ScopedValue.where(MY_THING, thing)
                            .call(() -> results.add(new Bound(MY_THING.get(), result)));
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
