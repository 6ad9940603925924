// Pitfall: a shutdown wakes the owner by a mark in its queue, which the first join takes out. Whoever forks and joins once
//     more waits for ever.
// Why: a group that is shut down isn't joined again.
// Kind: turn-lost
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private static final Runnable WAKE_UP = () -> {};
    final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    final AtomicInteger open = new AtomicInteger();
    final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.SUCCESS) {
            var result = subtask.get();
            events.add(() -> whenDone.accept(result));
        } else {
            var exception = subtask.exception();
            events.add(() -> fail(exception));
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        try {
            while (open.get() > 0) {
                var event = events.take();
                if (event == WAKE_UP) break;
                open.decrementAndGet();
                call(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            super.join();  // so that the scope knows that somebody tried
            Thread.interrupted();
            throw e;
        }
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        var first = failure.get();
        if (first != null) throw new ExecutionException(first);
    }

    @Override
    public <U extends T> Subtask<U> fork(Callable<? extends U> task) {
        open.incrementAndGet();
        try {
            return super.fork(task);
        } catch (Throwable e) {
            open.decrementAndGet();
            throw e;
        }
    }

    @Override
    public void shutdown() {
        super.shutdown();
        events.add(WAKE_UP);
    }

    private void call(Runnable event) {
        if (failure.get() != null) return;
        try {
            event.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        if (failure.compareAndSet(null, e)) shutdown();
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        try (var group = new TaskGroup<T>(whenDone)) {
            for (var task : tasks) group.fork(task);
            group.join().throwIfFailed();
        }
    }
}
