// Pitfall: all calls share one static list, which each of them empties: a call inside a task takes away what others
//     have collected.
// Why: a field is seen from every lambda, and the tests of an afternoon make one call at a time.
// Kind: shared-by-calls
// Caught by: a call inside a task is a call like any other, and the task keeps its thing
package structured.taskgroupbinding;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    private static final Queue<Bound> RESULTS = new ConcurrentLinkedQueue<>();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        RESULTS.clear();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> RESULTS.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(RESULTS);
    }
}
