// Pitfall: a plain scope cancels nothing when a task fails: the caller waits for all the others, to throw in the end.
// Why: the failure is found and thrown, which is all that a quick test shows.
// Kind: cancels-nothing
// Caught by: a failure cancels the other tasks
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope<Boolean>()) {
            var subtasks = new ArrayList<Subtask<Boolean>>();
            for (var task : tasks) {
                var thing = chooseThing.get();
                subtasks.add(scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call())))));
            }
            scope.join();
            for (var subtask : subtasks) {
                if (subtask.state() == Subtask.State.FAILED) {
                    throw new ExecutionException(subtask.exception());
                }
            }
        }
        return List.copyOf(results);
    }
}
