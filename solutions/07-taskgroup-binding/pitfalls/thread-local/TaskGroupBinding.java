// Pitfall: puts the thing into a ThreadLocal, and MY_THING stays unbound; what the task forks would not see it either.
// Why: this is how context was handed on before there were scoped values.
// Kind: bound-elsewhere
// Caught by: what a task forks finds MY_THING too
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    private static final ThreadLocal<String> CURRENT_THING = new ThreadLocal<>();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    CURRENT_THING.set(thing);
                    try {
                        return results.add(new Bound(CURRENT_THING.get(), task.call()));
                    } finally {
                        CURRENT_THING.remove();
                    }
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
