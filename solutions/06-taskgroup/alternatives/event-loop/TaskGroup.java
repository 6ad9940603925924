// Alternative: an event loop, as in Python: one more thread of the group makes all the callbacks. It belongs to the
//     group since only the threads of a group may shut it down.
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final BlockingQueue<Subtask<? extends T>> ended = new LinkedBlockingQueue<>();
    private final Callable<T> eventLoop = this::callBack;
    private volatile Throwable failure;

    /** How many tasks have been forked, by whomever, that nobody has called back for. While there are any, there is an event loop. */
    private final AtomicInteger pending = new AtomicInteger();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.task() != eventLoop) {
            ended.add(subtask);
        }
    }

    @Override
    public <U extends T> Subtask<U> fork(Callable<? extends U> task) {
        var subtask = super.<U>fork(task);
        if (pending.getAndIncrement() == 0) {
            super.fork(eventLoop);
        }
        return subtask;
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    private T callBack() {
        do {
            callBackFor(next());
            // A callback may have set it, for itself. If it was a cancellation, the group is shut down, too.
            Thread.interrupted();
        } while (pending.decrementAndGet() > 0 && !isShutdown());
        return null;
    }

    /** The task that has ended next, or null when the group is shut down. */
    private Subtask<? extends T> next() {
        while (!isShutdown()) {
            try {
                return ended.take();
            } catch (InterruptedException e) {
                // That was the group's end, or somebody who meant a callback, and came late.
            }
        }
        return null;
    }

    private void callBackFor(Subtask<? extends T> subtask) {
        try {
            switch (subtask == null ? Subtask.State.UNAVAILABLE : subtask.state()) {
                case SUCCESS -> whenDone.accept(subtask.get());
                case FAILED -> fail(subtask.exception());
                case UNAVAILABLE -> { }
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        shutdown();
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
