// Pitfall: a task that finds the group failed leaves without passing on its turn: those behind it wait for ever.
// Why: after a failure nothing is left to be done; but to end one's turn is something.
// Kind: turn-lost
// Caught by: results that wait for their turn when the group fails are not handed over
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnOver = lock.newCondition();
    private long tickets;
    private long serving;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        awaitTurn();
        if (failure.get() != null) {
            return;
        }
        try {
            whenDone.accept(subtask.get());
        } catch (Throwable e) {
            fail(e);
        }
        passOn();
    }

    private void awaitTurn() {
        lock.lock();
        try {
            var ticket = tickets++;
            while (serving != ticket) {
                turnOver.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        lock.lock();
        try {
            serving++;
            turnOver.signalAll();
        } finally {
            lock.unlock();
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
