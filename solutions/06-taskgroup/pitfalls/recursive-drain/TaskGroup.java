// Pitfall: each callback is followed by the next inside it, and so on: where very many wait, the stack overflows.
// Why: whoever has delivered one looks for the next; that it is a loop without an end in sight doesn't show with five tasks.
// Kind: left-out
// Caught by: a result is handed over while others still run, and a slow callback holds up none of them
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
    private final Queue<Subtask<? extends T>> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        ended.add(subtask);
        if (waiting.getAndIncrement() == 0) {
            deliverNext();
        }
    }

    private void deliverNext() {
        deliver(ended.remove());
        if (waiting.decrementAndGet() > 0) {
            deliverNext();
        }
    }

    private void deliver(Subtask<? extends T> subtask) {
        if (failure != null || isShutdown()) {
            return;
        }
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        try {
            whenDone.accept(subtask.get());
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable first) {
        failure = first;
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        var first = failure;
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
            group.join();
            group.throwIfFailed();
        }
    }
}
