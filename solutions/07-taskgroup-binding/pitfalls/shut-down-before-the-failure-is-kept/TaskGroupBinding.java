// Pitfall: shuts down, and then keeps the failure: the caller may have asked for it before it is there.
// Why: two lines that belong together, in the order in which they are spoken: end it, and say why.
// Kind: told-before-kept
// Caught by: in whatever order threads go on, a task's failure is the cause, and the others are cancelled
package structured.taskgroupbinding;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        try (var group = new Group()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                group.fork(() -> new Bound(thing, ScopedValue.where(MY_THING, thing).call(task)));
            }
            group.join();
            if (group.failure.get() != null) {
                throw new ExecutionException(group.failure.get());
            }
            return List.copyOf(group.results);
        }
    }

    private static final class Group extends StructuredTaskScope<Bound> {
        private final Queue<Bound> results = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends Bound> subtask) {
            if (subtask.state() == Subtask.State.SUCCESS) {
                results.add(subtask.get());
            } else {
                shutdown();
                failure.compareAndSet(null, subtask.exception());
            }
        }
    }
}
