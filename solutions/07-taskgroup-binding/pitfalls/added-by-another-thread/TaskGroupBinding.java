// Pitfall: it is the thread around the task's own that adds its result: another task may end, and be added, in
//     between.
// Why: the inner scope gives the result back, and whoever has it can use it.
// Kind: wrong-order
// Caught by: in whatever order threads go on, a task that ends after another one's thread comes after it
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> results.add(ScopedValue.where(MY_THING, thing).call(() -> forkAndJoin(task))));
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }

    private static Bound forkAndJoin(Callable<String> task) throws Exception {
        try (var scope = new StructuredTaskScope<String>()) {
            var subtask = scope.fork(task);
            scope.join();
            return switch (subtask.state()) {
                case SUCCESS -> new Bound(MY_THING.get(), subtask.get());
                default -> throw asException(subtask.exception());
            };
        }
    }

    private static Exception asException(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
