// Alternative: run() instead of call(): it returns nothing and lets no checked exception through, so a future holds
//     both.
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
                var result = new FutureTask<String>(task::call);
                scope.fork(() -> {
                    ScopedValue.where(MY_THING, thing).run(result);
                    return switch (result.state()) {
                        case SUCCESS -> results.add(new Bound(thing, result.resultNow()));
                        default -> throw asException(result.exceptionNow());
                    };
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(results);
    }

    private static Exception asException(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
