// Pitfall: a task whose result is null leaves nothing behind.
// Why: a check for null looks careful, and is a habit.
// Kind: result-misread
// Caught by: each task is run once, and its result comes once, with its own thing
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
                    var result = ScopedValue.where(MY_THING, thing).call(task);
                    return result != null && results.add(new Bound(thing, result));
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
