// Pitfall: runs the tasks on an executor, whose threads know neither the scope nor the scoped values of the caller.
// Why: a completion service hands out what is done in the right order, and virtual threads it has too.
// Kind: no-scope
// Caught by: every task runs inside a scope that belongs to the call
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<Bound>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Bound>(executor);
            for (var task : tasks) {
                var thing = chooseThing.get();
                done.submit(() -> ScopedValue.where(MY_THING, thing).call(() -> new Bound(thing, task.call())));
            }
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    results.add(done.take().get());
                }
            } finally {
                executor.shutdownNow();
            }
        }
        return results;
    }
}
