// Alternative: a ticket for each task that ends, as at a counter: it waits until its number is called, and calls the
//     next one, whatever has happened.
package structured.taskgroup;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final ReentrantLock counter = new ReentrantLock();
    private final Queue<Condition> waiting = new ArrayDeque<>();
    private boolean busy;
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        awaitTurn();
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
            callNext();
        }
    }

    private void awaitTurn() {
        counter.lock();
        try {
            if (busy) {
                var ticket = counter.newCondition();
                waiting.add(ticket);
                while (waiting.contains(ticket)) {
                    ticket.awaitUninterruptibly();
                }
            }
            busy = true;
        } finally {
            counter.unlock();
        }
    }

    /** Stays busy if somebody waits: nobody else can come in between. */
    private void callNext() {
        counter.lock();
        try {
            var next = waiting.poll();
            if (next != null) {
                next.signal();
            } else {
                busy = false;
            }
        } finally {
            counter.unlock();
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
