// Pitfall: after the join, the owner hands over what still waits, without the lock: but when somebody shuts the group down, a callback may still run.
// Why: once a join is over all tasks are, and nobody else calls back. After a shutdown that doesn't hold.
// Kind: not-one-step
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final Queue<Subtask<? extends T>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        waiting.add(subtask);
        while (!waiting.isEmpty() && turn.tryLock()) {
            try {
                drain();
            } finally {
                turn.unlock();
            }
        }
    }

    private void drain() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            deliver(next);
        }
    }

    private void deliver(Subtask<? extends T> subtask) {
        if (failure.get() != null) {
            return;
        }
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        try {
            whenDone.accept(subtask.get());
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private void fail(Throwable first) {
        if (failure.compareAndSet(null, first)) {
            shutdown();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        drain(); // results that were there before a shutdown are not lost
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        var first = failure.get();
        if (first != null) {
            throw new ExecutionException(first);
        }
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
