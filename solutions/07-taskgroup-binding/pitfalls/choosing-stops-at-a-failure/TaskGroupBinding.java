// Pitfall: draws no more things when a task has failed meanwhile: how many are drawn is chance.
// Why: what is lost anyway is not worth another task; but the things belong to the caller, who counts on them.
// Kind: drawn-elsewhere
// Caught by: things are chosen to the end, also when a task fails at once
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
                if (scope.isShutdown()) {
                    break;
                }
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
