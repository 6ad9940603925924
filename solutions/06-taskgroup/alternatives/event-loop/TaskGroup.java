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
    private volatile Thread eventLoop;
    private volatile Throwable failure;

    /** How many tasks have been forked that nobody has called back for. Who forks one is among them, or the callback of one, or the owner before it joins. */
    private final AtomicInteger pending = new AtomicInteger();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (Thread.currentThread() != eventLoop) {
            ended.add(subtask);
        }
    }

    @Override
    public <U extends T> Subtask<U> fork(Callable<? extends U> task) {
        pending.incrementAndGet();
        try {
            return super.fork(task);
        } catch (RuntimeException | Error e) {
            pending.decrementAndGet();
            throw e;
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.fork(this::callBack);
        super.join();
        return this;
    }

    private T callBack() throws InterruptedException {
        eventLoop = Thread.currentThread();
        while (pending.get() > 0 && !isShutdown()) {
            var subtask = ended.take();
            try {
                switch (subtask.state()) {
                    case SUCCESS -> whenDone.accept(subtask.get());
                    case FAILED -> fail(subtask.exception());
                    case UNAVAILABLE -> throw new AssertionError();
                }
            } catch (Throwable e) {
                fail(e);
            }
            pending.decrementAndGet();
            // A callback may have set it. If it was a cancellation, the group is shut down, too.
            if (Thread.interrupted() && isShutdown()) {
                throw new InterruptedException();
            }
        }
        return null;
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
