// Pitfall: keeps the failure in a static field, which all calls share: two at the same time take each other's, or
//     forget it.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    private TaskGroupBinding() {}

    private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

    private static final class Failing<T> extends StructuredTaskScope<T> {
        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && FAILURE.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        FAILURE.set(null);
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new Failing<Boolean>()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call()))));
            }
            scope.join();
            throwIfFailed();
        }
        return List.copyOf(results);
    }

    private static void throwIfFailed() throws ExecutionException {
        var failure = FAILURE.get();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }
}
