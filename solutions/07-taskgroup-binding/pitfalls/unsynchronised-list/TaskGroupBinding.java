// Pitfall: all tasks add to one ArrayList: of what two add at the same moment, one result is lost, or the list breaks.
// Why: in Python results.append is safe, since callbacks are alone on the event loop.
// Kind: not-one-step
// Caught by: in whatever order three tasks end, each result is there once, with its own thing
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return results;
    }
}
