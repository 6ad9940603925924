// Pitfall: results wait in a queue that has room for 1,024; more than that end during one callback, and theirs are lost.
// Why: a bounded queue is a good habit. But nobody takes from this one while a callback runs.
// Kind: left-out
// Caught by: a result is handed over while others still run, and a slow callback holds up none of them
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final BlockingQueue<Subtask<? extends T>> inbox = new ArrayBlockingQueue<>(1024);
    private final AtomicInteger pending = new AtomicInteger();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        inbox.add(subtask);
        if (pending.getAndIncrement() == 0) {
            do {
                report(inbox.remove());
            } while (pending.decrementAndGet() > 0);
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    private void report(Subtask<? extends T> subtask) {
        if (failure.get() != null || isShutdown()) {
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

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        shutdown();
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
