// Pitfall: binds the thing around the fork, not in it: a scope whose bindings are not those it was opened with refuses
//     to fork, with StructureViolationException.
// Why: it reads well: where MY_THING is this thing, fork the task.
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
                ScopedValue.where(MY_THING, thing)
                        .run(() -> scope.fork(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
