// Pitfall: keeps the failures of tasks and of callbacks apart, and reports that of a callback, even if it came of the
//     cancellation.
// Why: two kinds of failure seem to need two fields; which of them came first is then known no more.
// Kind: wrong-outcome
// Caught by: in whatever order tasks end, one that fails ends the group, and is its first failure
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

    final Consumer<? super T> whenDone;
    private final ReentrantLock callbackLock = new ReentrantLock(true);
    private final AtomicReference<Throwable> taskFailure = new AtomicReference<>();
    private volatile Throwable callbackFailure;

    /** Opens a group that gives each result to {@code whenDone}, in the order in which the tasks end. */
    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            if (taskFailure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
            return;
        }
        callbackLock.lock();
        try {
            if (taskFailure.get() == null && callbackFailure == null) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable thrown) {
            callbackFailure = thrown;
            shutdown();
        } finally {
            callbackLock.unlock();
        }
    }

    public void throwIfFailed() throws ExecutionException {
        if (callbackFailure != null) {
            throw new ExecutionException("a callback failed", callbackFailure);
        }
        if (taskFailure.get() != null) {
            throw new ExecutionException("a task failed", taskFailure.get());
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            for (var task : tasks) {
                group.fork(task);
            }
            group.join().throwIfFailed();
        }
    }
}
