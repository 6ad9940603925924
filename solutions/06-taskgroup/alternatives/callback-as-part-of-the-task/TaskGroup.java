// Alternative: the callback belongs to its task, which fails when it does: no exception needs to be carried out of a
//     handler, and ShutdownOnFailure does the rest.
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED && failure.compareAndSet(null, subtask.exception())) {
            shutdown();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(task -> group.fork(() -> group.callBack(task.call())));
            group.join().throwIfFailed();
        }
    }

    private T callBack(T result) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            if (!isShutdown()) {
                whenDone.accept(result);
            }
            return result;
        } finally {
            oneAtATime.unlock();
        }
    }
}
