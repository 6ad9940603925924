// Pitfall: the caller takes results from a queue as they come, the first one without asking whether there is a task.
// Why: do before while: the first round is always needed, except when it is not.
// Kind: smallest-input
// Caught by: things are chosen by the caller, one for each task
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var ended = new LinkedBlockingQueue<Optional<Bound>>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> {
                    Bound bound = null;
                    try {
                        bound = ScopedValue.where(MY_THING, thing).call(() -> new Bound(thing, task.call()));
                    } finally {
                        ended.add(Optional.ofNullable(bound));
                    }
                    return null;
                });
            }
            var left = tasks.size();
            do {
                ended.take().ifPresent(results::add);
            } while (--left > 0);
            scope.join().throwIfFailed();
        }
        return results;
    }
}
