// Pitfall: reads MY_THING where the scope hands over the result; but the binding ended with the task, and it is
//     unbound there.
// Why: handleComplete runs in the task's thread; but a binding belongs to a call, and not to a thread.
// Kind: bound-elsewhere
// Caught by: each result comes with its own task's thing, also when the tasks end in reverse
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
                group.fork(() -> ScopedValue.where(MY_THING, thing).call(task));
            }
            group.join();
            if (group.failure.get() != null) {
                throw new ExecutionException(group.failure.get());
            }
            return List.copyOf(group.results);
        }
    }

    private static final class Group extends StructuredTaskScope<String> {
        private final Queue<Bound> results = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends String> subtask) {
            if (subtask.state() == Subtask.State.SUCCESS) {
                results.add(new Bound(MY_THING.get(), subtask.get()));
            } else if (failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }
}
