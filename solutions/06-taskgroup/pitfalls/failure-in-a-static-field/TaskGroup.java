// Pitfall: keeps the failure in a static field, which all calls share: two at the same time take each other's, or
//     forget it.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private static volatile Throwable failure;

    final Consumer<? super T> whenDone;

    private final ReentrantLock oneAtATime = new ReentrantLock();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
        failure = null;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        oneAtATime.lock();
        try {
            if (failure == null) {
                switch (subtask.state()) {
                    case SUCCESS -> whenDone.accept(subtask.get());
                    case FAILED -> fail(subtask.exception());
                    case UNAVAILABLE -> throw new AssertionError("not called for a task that has not ended");
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
        ensureOwnerAndJoined();
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
