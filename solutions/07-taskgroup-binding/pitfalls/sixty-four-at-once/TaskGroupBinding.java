// Pitfall: no more than 64 tasks run at the same time, the others wait for a permit.
// Why: thousands of threads sounds like too many, as it was before they were virtual.
// Kind: held-back
// Caught by: all tasks are in flight at the same time
package structured.taskgroupbinding;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;

/** A thing for each task: handed to it when it is forked, known wherever it goes, and returned with its result. */
public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    private static final int MOST = 64;

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var bounds = new ConcurrentLinkedQueue<Bound>();
        var permits = new Semaphore(MOST);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    permits.acquire();
                    try {
                        return bounds.add(new Bound(thing, ScopedValue.where(MY_THING, thing).call(task)));
                    } finally {
                        permits.release();
                    }
                });
            }
            scope.join().throwIfFailed();
        }
        return List.copyOf(bounds);
    }
}
