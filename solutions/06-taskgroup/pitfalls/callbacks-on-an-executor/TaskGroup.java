// Pitfall: an executor of one thread makes the callbacks, and nobody waits for it: the call is over before its
//     callbacks are.
// Why: one thread is the simplest event loop.
// Kind: left-running
// Caught by: each task is run once, and its result is handed over once, be it null or equal to another one
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ExecutorService eventLoop = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
        } else {
            T result = subtask.get();
            eventLoop.execute(() -> callBack(result));
        }
    }

    private void callBack(T result) {
        try {
            if (failure.get() == null) {
                whenDone.accept(result);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }

    private void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            shutdown();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }

    @Override
    public void close() {
        super.close();
        eventLoop.shutdown();
    }
}
