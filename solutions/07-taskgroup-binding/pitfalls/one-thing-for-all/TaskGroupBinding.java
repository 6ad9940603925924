// Pitfall: draws one thing, and binds it around the whole call: every task has the same.
// Why: where(...).call(...) around a block of code is what the documentation of ScopedValue shows first.
// Kind: drawn-elsewhere
// Caught by: things are chosen by the caller, one for each task
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
        var thing = chooseThing.get();
        var results = new ConcurrentLinkedQueue<Bound>();
        try {
            ScopedValue.where(MY_THING, thing).call(() -> {
                try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                    tasks.forEach(task -> scope.fork(() -> results.add(new Bound(MY_THING.get(), task.call()))));
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
