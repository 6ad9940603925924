// Pitfall: after a failure the scope is not closed: a task that takes its time to stop outlives the call.
// Why: close() waits for the slowest of the cancelled tasks, and the caller has better things to do.
// Kind: left-running
// Caught by: no task outlives the call
// Caught by: in whatever order threads go on, a task's failure is the cause, and the others are cancelled
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
            scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call()))));
        }
        try {
            scope.join().throwIfFailed();
            scope.close();
            return List.copyOf(results);
        } catch (InterruptedException | ExecutionException e) {
            scope.shutdown();
            throw e;
        }
    }
}
