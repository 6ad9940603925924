// Pitfall: the callback is kept in a static field: of all groups that are open, each calls the one that was opened
//     last.
// Why: IDEs offer to make a field static where a static method asks for it, and forEachDone is static.
// Kind: shared-by-calls
// Caught by: a call inside a task, or inside a callback, is a call like any other
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private static volatile Consumer<Object> callback;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Throwable failure;

    @SuppressWarnings("unchecked")
    public TaskGroup(Consumer<? super T> whenDone) {
        callback = (Consumer<Object>) whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        oneAtATime.lock();
        try {
            if (failure == null) {
                switch (subtask.state()) {
                    case SUCCESS -> callback.accept(subtask.get());
                    case FAILED -> fail(subtask.exception());
                    case UNAVAILABLE -> throw new AssertionError();
                }
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            oneAtATime.unlock();
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
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }
}
