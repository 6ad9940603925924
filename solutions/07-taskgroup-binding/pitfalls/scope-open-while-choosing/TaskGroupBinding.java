// Pitfall: opens the scope before the try: if no thing can be chosen, nobody closes it, and the tasks that run go on.
// Why: it is join that needs the try, as it throws; chooseThing looks harmless.
// Kind: left-running
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
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        for (var task : tasks) {
            var thing = chooseThing.get();
            scope.fork(() -> ScopedValue.where(MY_THING, thing)
                    .call(() -> results.add(new Bound(thing, task.call()))));
        }
        try (scope) {
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
