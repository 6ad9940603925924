// Alternative: a plain list behind a lock, which is held only to add: a task that waits for it parks, and its carrier
//     is free.
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<Bound>();
        var adding = new ReentrantLock();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    var bound = new Bound(thing, ScopedValue.where(MY_THING, thing).call(task));
                    adding.lock();
                    try {
                        return results.add(bound);
                    } finally {
                        adding.unlock();
                    }
                });
            }
            scope.join().throwIfFailed();
        }
        return results;
    }
}
