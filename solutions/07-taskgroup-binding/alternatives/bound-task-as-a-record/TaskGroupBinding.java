// Alternative: a record holds a task and its thing, and is itself a task: what is captured has a name, and a lambda
//     none.
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.Collections;
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
        var results = Collections.synchronizedList(new ArrayList<Bound>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var bound = new BoundTask(chooseThing.get(), task);
                scope.fork(() -> results.add(bound.call()));
            }
            scope.join().throwIfFailed();
        }
        return results;
    }

    private record BoundTask(String thing, Callable<String> task) implements Callable<Bound> {
        @Override
        public Bound call() throws Exception {
            return new Bound(thing, ScopedValue.where(MY_THING, thing).call(task));
        }
    }
}
