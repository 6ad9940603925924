// Pitfall: when chooseThing throws and a task has failed as well, the task's failure is told, and what chooseThing threw is lost.
// Why: the one failed before the other; but that is chance, and what the caller's own chooser throws is the caller's to hear.
// Kind: wrong-outcome
// Caught by: what chooseThing throws ends the call, and the tasks that run are cancelled
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
            try {
                for (var task : tasks) {
                    var thing = chooseThing.get();
                    scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call()))));
                }
            } catch (RuntimeException e) {
                scope.shutdown();
                scope.join().throwIfFailed();
                throw e;
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
