// Pitfall: a lock that is made in the method: each task takes one of its own, which nobody else waits for.
// Why: a variable is declared where it is used, as everywhere else.
// Kind: not-one-step
// Caught by: callbacks come one at a time, and a thousand results leave none out
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        var oneAtATime = new ReentrantLock();
        oneAtATime.lock();
        try {
            if (failure == null) {
                switch (subtask.state()) {
                    case SUCCESS -> whenDone.accept(subtask.get());
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
