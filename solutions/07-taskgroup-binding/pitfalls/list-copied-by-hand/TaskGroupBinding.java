// Pitfall: each task copies the list, adds its result, and puts the copy in place of the list: what another one has
//     added in the meantime is gone.
// Why: a list that never changes is safe to share; but the variable that holds it does change, in two steps.
// Kind: not-one-step
// Caught by: in whatever order three tasks end, each result is there once, with its own thing
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new AtomicReference<List<Bound>>(List.of());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    var bound = new Bound(thing, ScopedValue.where(MY_THING, thing).call(task));
                    var longer = new ArrayList<>(results.get());
                    longer.add(bound);
                    results.set(longer);
                    return bound;
                });
            }
            scope.join().throwIfFailed();
        }
        return results.get();
    }
}
