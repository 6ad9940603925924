// Pitfall: joins in a finally, so as never to close a scope that nobody has joined. When no thing can be chosen, it waits
//     for the tasks that run, and cancels none.
// Why: "Owner did not join after forking subtasks" is a message that one doesn't want to see twice.
// Kind: cancels-nothing
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
            } finally {
                scope.join();
            }
            scope.throwIfFailed();
        }
        return List.copyOf(results);
    }
}
