// Pitfall: a task that ends with an InterruptedException is taken for one that was cancelled: its result is missing,
//     and nobody says so.
// Why: nobody but the scope interrupts; but a task may throw it by itself.
// Kind: whose-interrupt
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
                scope.fork(() -> {
                    try {
                        return ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call())));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
