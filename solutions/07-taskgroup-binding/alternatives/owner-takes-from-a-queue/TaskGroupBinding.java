// Alternative: the caller itself takes what comes from a queue, results and failures, until all are there or one has
//     failed: only one thread ever touches the list.
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<Bound>();
        try (var scope = new StructuredTaskScope<>()) {
            var ended = new LinkedBlockingQueue<Ended>();
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    var end = run(task, thing);
                    ended.add(end);
                    if (end.failure != null) {
                        // At once: the caller may still be choosing.
                        scope.shutdown();
                    }
                    return null;
                });
            }
            Throwable failure = null;
            while (failure == null && results.size() < tasks.size()) {
                var next = ended.take();
                failure = next.failure;
                results.add(next.bound);
            }
            scope.shutdown();
            scope.join();
            if (failure != null) {
                throw new ExecutionException(failure);
            }
        }
        return results;
    }

    /** One of the two is null. */
    private record Ended(Bound bound, Throwable failure) {}

    private static Ended run(Callable<String> task, String thing) {
        try {
            return new Ended(new Bound(thing, ScopedValue.where(MY_THING, thing).call(task)), null);
        } catch (Throwable e) {
            return new Ended(null, e);
        }
    }
}
