// Pitfall: each task looks up its thing by a counter that the loop moves on: most tasks start when the loop is further
//     on.
// Why: it is what i would be in Python, where a closure captures the variable, and not its value.
// Kind: bound-elsewhere
// Caught by: each result comes with its own task's thing, also when the tasks end in reverse
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var things = new ArrayList<String>();
        var i = new AtomicInteger(-1);
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var drawn = chooseThing.get();
                things.add(drawn);
                i.incrementAndGet();
                scope.fork(() -> {
                    var result = ScopedValue.where(MY_THING, drawn).call(task::call);
                    return results.add(new Bound(things.get(i.get()), result));
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
