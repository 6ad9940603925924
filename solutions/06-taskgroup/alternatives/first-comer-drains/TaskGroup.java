// Alternative: no task waits for another: each queues its result, and whoever finds the queue idle calls back for all
//     that have come meanwhile.
package structured.taskgroup;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final Queue<Subtask<? extends T>> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        done.add(subtask);
        if (queued.getAndIncrement() == 0) {
            do {
                callBack(done.remove());
                // That was its task's, or its callback's, and is none of the next one's.
                Thread.interrupted();
            } while (queued.decrementAndGet() > 0);
        }
    }

    private void callBack(Subtask<? extends T> subtask) {
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
