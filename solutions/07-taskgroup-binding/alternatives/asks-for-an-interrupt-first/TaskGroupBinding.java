// Alternative: a caller that is interrupted already gets its exception before anything is chosen or forked.
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
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    var result = ScopedValue.where(MY_THING, thing).call(task);
                    return results.add(new Bound(thing, result));
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }
}
