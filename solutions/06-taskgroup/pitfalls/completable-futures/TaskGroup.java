// Pitfall: runs the tasks in the common pool: on platform threads, as few as there are processors, and in no scope.
// Why: thenAccept is what add_done_callback looks like in Java's older library.
// Kind: no-scope
// Caught by: every task runs on a virtual thread
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ReentrantLock oneAtATime = new ReentrantLock();
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
        try (var group = new TaskGroup<T>(whenDone)) {
            CompletableFuture.allOf(tasks.stream().map(task -> CompletableFuture
                    .supplyAsync(() -> {
                        try {
                            return task.call();
                        } catch (Exception e) {
                            throw new CompletionException(e);
                        }
                    })
                    .thenAccept(group::callBack)).toArray(CompletableFuture[]::new)).get();
        }
    }

    private void callBack(T result) {
        oneAtATime.lock();
        try {
            whenDone.accept(result);
        } finally {
            oneAtATime.unlock();
        }
    }
}
