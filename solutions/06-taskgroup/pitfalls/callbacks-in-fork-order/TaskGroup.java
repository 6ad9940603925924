// Pitfall: each callback waits for those of the tasks before it, so that a slow first task holds back all results.
// Why: gather keeps the order of the tasks, and a list of them invites to walk along it.
// Kind: wrong-order
// Caught by: results come in the order in which the tasks end
package structured.taskgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            var results = new ArrayList<CompletableFuture<T>>();
            for (var task : tasks) {
                var result = new CompletableFuture<T>();
                results.add(result);
                group.fork(() -> {
                    result.complete(task.call());
                    return null;
                });
            }
            for (var result : results) {
                while (!result.isDone() && group.failure == null) {
                    Thread.sleep(1);
                }
                if (group.failure == null) {
                    group.callBack(result.join());
                }
            }
            group.join().throwIfFailed();
        }
    }

    private void callBack(T result) {
        try {
            whenDone.accept(result);
        } catch (Throwable e) {
            fail(e);
        }
    }
}
