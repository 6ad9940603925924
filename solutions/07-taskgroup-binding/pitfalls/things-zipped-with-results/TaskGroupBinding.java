// Pitfall: pairs the first result with the first thing, and so on; but the results come in another order than the
//     things.
// Why: two lists of the same length look as if they belonged together.
// Kind: wrong-order
// Caught by: each result comes with its own task's thing, also when the tasks end in reverse
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;
import java.util.stream.IntStream;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var things = new ArrayList<String>();
        var results = Collections.synchronizedList(new ArrayList<String>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                things.add(thing);
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(task.call())));
            }
            scope.join().throwIfFailed();
        }
        return IntStream.range(0, things.size()).mapToObj(i -> new Bound(things.get(i), results.get(i))).toList();
    }
}
