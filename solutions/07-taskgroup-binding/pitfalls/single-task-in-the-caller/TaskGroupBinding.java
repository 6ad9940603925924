// Pitfall: a single task is run by the caller itself, on whatever thread that is.
// Why: there is nothing to overlap with, so why start a thread.
// Kind: wrong-thread
// Caught by: every task runs on a virtual thread
// Caught by: interrupting the caller cancels the tasks
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
        if (tasks.size() == 1) {
            var thing = chooseThing.get();
            try {
                return List.of(new Bound(thing, ScopedValue.where(MY_THING, thing).call(tasks.getFirst())));
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
        }
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
