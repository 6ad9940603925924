// Pitfall: keeps the last failure, not the first: a task that is cancelled fails too, with an InterruptedException.
// Why: only one task fails, as long as one does not count those that are cancelled for it.
// Kind: wrong-outcome
// Caught by: a failure cancels the other tasks
// Caught by: in whatever order threads go on, a task's failure is the cause, and the others are cancelled
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
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    try {
                        return ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call())));
                    } catch (Throwable e) {
                        failure.set(e);
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
