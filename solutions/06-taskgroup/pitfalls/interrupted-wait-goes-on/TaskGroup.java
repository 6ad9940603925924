// Pitfall: each task waits for the callback of the one before it, and if the wait is interrupted it goes on as if its
//     turn had come.
// Why: to set the interrupt again is what one does with an InterruptedException; it is not all.
// Kind: interrupt-swallowed
// Caught by: no callback outlives the call, and none overlap, also when the caller is interrupted
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicReference<CountDownLatch> last = new AtomicReference<>(new CountDownLatch(0));

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        var mine = new CountDownLatch(1);
        var before = last.getAndSet(mine);
        try {
            before.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (failure.get() == null) {
                switch (subtask.state()) {
                    case SUCCESS -> whenDone.accept(subtask.get());
                    case FAILED -> fail(subtask.exception());
                    case UNAVAILABLE -> throw new AssertionError();
                }
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            mine.countDown();
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
}
