// Alternative: a method binds one task: its parameters are what the lambda captures, and the loop has become a stream.
//     All things are drawn before the first task starts.
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
        var results = new ConcurrentLinkedQueue<Bound>();
        var boundTasks = tasks.stream().map(task -> bind(task, chooseThing.get())).toList();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            boundTasks.forEach(task -> scope.fork(() -> results.add(task.call())));
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }

    private static Callable<Bound> bind(Callable<String> task, String thing) {
        return () -> new Bound(thing, ScopedValue.where(MY_THING, thing).call(task));
    }
}
