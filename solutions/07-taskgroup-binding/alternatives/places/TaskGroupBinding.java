// Alternative: each task draws a number when it has its result, and the results are sorted by these in the end:
//     nothing is shared but a counter.
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var places = new AtomicInteger();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<Ended>>();
            for (var task : tasks) {
                var thing = chooseThing.get();
                subtasks.add(scope.fork(() -> {
                    var result = ScopedValue.where(MY_THING, thing).call(task);
                    return new Ended(places.getAndIncrement(), new Bound(thing, result));
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).sorted(Comparator.comparingInt(Ended::at)).map(Ended::bound).toList();
        }
    }

    private record Ended(int at, Bound bound) {}
}
