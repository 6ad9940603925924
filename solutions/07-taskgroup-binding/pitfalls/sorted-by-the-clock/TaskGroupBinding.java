// Pitfall: sorts the results by the millisecond in which their tasks ended: those of the same one stay in the order
//     of the tasks.
// Why: the clock says when something was; but it ticks a thousand times in the time of a million steps.
// Kind: wrong-order
// Caught by: results come in the order in which the tasks end
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<Ended>>();
            for (var task : tasks) {
                var thing = chooseThing.get();
                subtasks.add(scope.fork(() -> {
                    var result = ScopedValue.where(MY_THING, thing).call(task);
                    return new Ended(System.currentTimeMillis(), new Bound(thing, result));
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).sorted(Comparator.comparingLong(Ended::at)).map(Ended::bound).toList();
        }
    }

    private record Ended(long at, Bound bound) {}
}
