// Pitfall: each task waits until its number is served, and the one before it wakes one of those that wait: perhaps
//     not the one whose turn it is.
// Why: signal wakes one, and only one can go on; but which one it wakes is the one that has waited longest, and not
//     the next number.
// Kind: turn-lost
// Caught by: in whatever order tasks begin to wait for their turn, each gets it
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final AtomicInteger tickets = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnOver = lock.newCondition();
    private int serving;
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        awaitTurn(tickets.getAndIncrement());
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
            passOn();
        }
    }

    private void awaitTurn(int ticket) {
        lock.lock();
        try {
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
            turnOver.signal();
        } finally {
            lock.unlock();
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
