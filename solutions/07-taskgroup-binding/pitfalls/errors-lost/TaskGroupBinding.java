// Pitfall: catches a task's exceptions in the subtask, and shuts down by itself. An Error slips past: its task has no
//     result, and the others go on.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        var failure = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    try {
                        return ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call())));
                    } catch (Exception e) {
                        failure.compareAndSet(null, e);
                        scope.shutdown();
                        return false;
                    }
                });
            }
            scope.join();
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return List.copyOf(results);
    }
}
