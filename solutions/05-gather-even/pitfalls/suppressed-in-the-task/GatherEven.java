// Pitfall: each failure but the first is added to the first one as suppressed, in its own task. One exception, thrown
//     twice, can't suppress itself: that is what the second task fails with, and the scope may hear of it first.
// Why: what a task throws is at hand there, and nothing gets lost; two tasks that throw the same exception don't come
//     to mind.
// Kind: same-twice
// Caught by: in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var first = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Exception e) {
                    if (!first.compareAndSet(null, e)) {
                        first.get().addSuppressed(e);
                    }
                    throw e;
                }
            })).toList();
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
