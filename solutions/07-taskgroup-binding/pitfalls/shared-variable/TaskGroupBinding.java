// Pitfall: one variable holds the thing of the last fork, and every task reads it when it has ended: all get the same
//     thing.
// Why: a lambda cannot capture a variable that changes; an AtomicReference makes the compiler content, not the program
//     right.
// Kind: bound-elsewhere
// Caught by: each result comes with its own task's thing, also when the tasks end in reverse
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var current = new AtomicReference<String>();
            for (var task : tasks) {
                var thing = chooseThing.get();
                current.set(thing);
                scope.fork(() -> ScopedValue.where(MY_THING, thing)
                        .call(() -> {
                            var result = task.call();
                            return results.add(new Bound(current.get(), result));
                        }));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
