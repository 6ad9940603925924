// Pitfall: a task that ends with an InterruptedException is reported as failed, but the others go on.
// Why: who is interrupted seems to have been cancelled, with all the others; but a task may throw it by itself.
// Kind: whose-interrupt
// Caught by: a failure cancels the other tasks
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
        try (var scope = new StructuredTaskScope<Boolean>() {
            @Override
            protected void handleComplete(Subtask<? extends Boolean> subtask) {
                if (subtask.state() == Subtask.State.FAILED) {
                    failure.compareAndSet(null, subtask.exception());
                    if (!(subtask.exception() instanceof InterruptedException)) {
                        shutdown();
                    }
                }
            }
        }) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join();
        }
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return List.copyOf(results);
    }
}
