// Pitfall: a CompletableFuture passes the failure on. It throws a CancellationException as it is, and takes the cause
//     out of a CompletionException.
// Why: a future is made for handing over an outcome, and looks exact.
// Kind: other-shape
// Caught by: a failure arrives as an ExecutionException whose cause is the task's own exception
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failed = new CompletableFuture<Void>();
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    failed.completeExceptionally(e);
                    scope.shutdown();
                    return null;
                }
            })).toList();
            scope.join();
            if (failed.isDone()) {
                failed.get();
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
