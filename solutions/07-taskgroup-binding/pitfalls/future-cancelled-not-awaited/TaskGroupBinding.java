// Pitfall: each task is a future, in a thread of its own beside the one that the scope has forked. When a future is
//     cancelled, who waits for it goes on at once, and its task has yet to end.
// Why: cancel(true) is told to interrupt the task, which sounds as if it were over then.
// Kind: left-running
// Caught by: no task outlives the call
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
                var thing = chooseThing.get();
                scope.fork(() -> {
                    var future = new FutureTask<>(() -> ScopedValue.where(MY_THING, thing).call(task::call));
                    Thread.startVirtualThread(future);
                    try {
                        return results.add(new Bound(thing, future.get()));
                    } catch (ExecutionException e) {
                        if (e.getCause() instanceof Error error) {
                            throw error;
                        }
                        throw (Exception) e.getCause();
                    } finally {
                        future.cancel(true);
                    }
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
