// Pitfall: keeps the results in a map by their things: of two tasks that have the same one, only one is left.
// Why: each thing has its result, until a thing is drawn twice.
// Kind: same-twice
// Caught by: each task is run once, and its result comes once, with its own thing
package structured.taskgroupbinding;

import java.util.Collections;
import java.util.LinkedHashMap;
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
        var results = Collections.synchronizedMap(new LinkedHashMap<String, String>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> results.put(thing, ScopedValue.where(MY_THING, thing).call(task)));
            }
            scope.join().throwIfFailed();
        }
        return results.entrySet().stream().map(entry -> new Bound(entry.getKey(), entry.getValue())).toList();
    }
}
