// Pitfall: hands each task its thing by an InheritableThreadLocal of the caller, and reads it again when the task has
//     ended. If that has made a call of its own, its thread now has the thing of the last task of that call.
// Why: a new thread inherits it, so nothing seems to be missing; but unlike a binding it can be set by anybody.
// Kind: bound-elsewhere
// Caught by: a call inside a task is a call like any other, and the task keeps its thing
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    private static final InheritableThreadLocal<String> CURRENT = new InheritableThreadLocal<>();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                CURRENT.set(chooseThing.get());
                scope.fork(() -> {
                    var result = ScopedValue.where(MY_THING, CURRENT.get()).call(task::call);
                    return results.add(new Bound(CURRENT.get(), result));
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
