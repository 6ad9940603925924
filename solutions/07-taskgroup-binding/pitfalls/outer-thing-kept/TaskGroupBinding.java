// Pitfall: takes the thing that is bound already, if there is one: a call inside a task has the outer task's thing
//     for all.
// Why: context is handed down, and whoever has some seems to need no other.
// Kind: bound-elsewhere
// Caught by: a call inside a task is a call like any other, and the task keeps its thing
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = MY_THING.isBound() ? MY_THING.get() : chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
