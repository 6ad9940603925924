// Pitfall: MY_THING has a default while the caller works, which it mistakes for a thing of its own.
// Why: with a default, get() cannot throw.
// Kind: bound-elsewhere
// Caught by: MY_THING is not bound in the caller
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
        try {
            ScopedValue.where(MY_THING, "nothing").call(() -> {
                try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                    for (var task : tasks) {
                        var thing = chooseThing.get();
                        scope.fork(() -> ScopedValue.where(MY_THING, thing)
                                .call(() -> results.add(new Bound(thing, task.call()))));
                    }
                    scope.join().throwIfFailed();
                    return null;
                }
            });
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(results);
    }
}
