// Pitfall: each failure but the first is added to the first one as suppressed, in its own task. One exception, thrown
//     twice, can't suppress itself: that is what the second task fails with, and the scope may hear of it first.
// Why: what a task throws is at hand there, and nothing gets lost; two tasks that throw the same exception don't come
//     to mind.
// Kind: same-twice
// Caught by: in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
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
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
