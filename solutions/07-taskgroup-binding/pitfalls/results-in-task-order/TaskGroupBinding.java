// Pitfall: asks the subtasks for their results after the join, in the order in which they were forked.
// Why: it is how gather does it, and no collection needs to be shared.
// Kind: wrong-order
// Caught by: results come in the order in which the tasks end
package structured.taskgroupbinding;

import java.util.ArrayList;
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
            var subtasks = new ArrayList<Subtask<Bound>>();
            for (var task : tasks) {
                var thing = chooseThing.get();
                subtasks.add(scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
