// Pitfall: each task runs in a scope of its own, whose ExecutionException becomes the cause of the outer one's.
// Why: what throwIfFailed throws seems to be what the task has thrown.
// Kind: other-shape
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
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
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> {
                    try (var inner = new StructuredTaskScope.ShutdownOnFailure()) {
                        inner.fork(() -> results.add(new Bound(thing, task.call())));
                        inner.join().throwIfFailed();
                        return null;
                    }
                }));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
