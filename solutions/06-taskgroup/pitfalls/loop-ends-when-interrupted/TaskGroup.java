// Pitfall: the loop that calls back ends when its thread is interrupted, and what waits in the queue is never handed over.
// Why: loops in threads look at the interrupt. But here its own task, or a callback, may have set it, and cancelled nothing.
// Kind: whose-interrupt
// Caught by: a task, or a callback, that ends with its thread's interrupt set is like any other
package structured.taskgroup;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final Queue<Subtask<? extends T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        queue.add(subtask);
        if (size.getAndIncrement() > 0) {
            return; // another thread delivers, and will see ours
        }
        do {
            deliver(queue.remove());
        } while (size.decrementAndGet() > 0 && !Thread.currentThread().isInterrupted());
    }

    private void deliver(Subtask<? extends T> subtask) {
        if (failure != null) {
            return;
        }
        try {
            if (subtask.state() == Subtask.State.FAILED) {
                throw subtask.exception();
            }
            whenDone.accept(subtask.get());
        } catch (Throwable e) {
            failure = e;
            shutdown();
        }
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
            for (var task : tasks) {
                group.fork(task);
            }
            group.join().throwIfFailed();
        }
    }
}
