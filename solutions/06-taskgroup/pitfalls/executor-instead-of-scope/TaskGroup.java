// Pitfall: runs the tasks on an executor, whose threads know neither the scope nor the scoped values of the caller.
// Why: executors have been the way to run tasks for twenty years, and this one has virtual threads.
// Kind: no-scope
// Caught by: every task runs inside a scope that belongs to the call
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    public void throwIfFailed() throws ExecutionException {
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<T>(executor);
            for (var task : tasks) {
                done.submit(task::call);
            }
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    whenDone.accept(done.take().get());
                }
            } catch (RuntimeException e) {
                throw new ExecutionException(e);
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
