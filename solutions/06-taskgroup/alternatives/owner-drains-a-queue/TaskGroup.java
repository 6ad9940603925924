// Alternative: the tasks only queue their results, and the owner calls back, in its own thread: no lock, and the
//     caller can use what belongs to its thread. The results are read where they are made: the owner may not, before its
//     join.
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

    /** What is to be done about each task that has ended; only the owner does it. */
    private final BlockingQueue<Runnable> done = new LinkedBlockingQueue<>();

    /** How many tasks have been forked, by whomever, that nobody has called back for. */
    private final AtomicInteger pending = new AtomicInteger();

    /** Only of the owner. */
    private Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.SUCCESS) {
            var result = subtask.get();
            done.add(() -> whenDone.accept(result));
        } else {
            var exception = subtask.exception();
            done.add(() -> fail(exception));
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
        try {
            while (pending.get() > 0 && !isShutdown()) {
                callNext();
                pending.decrementAndGet();
            }
        } catch (InterruptedException e) {
            // Who calls back goes away.
            shutdown();
            super.join();
            throw e;
        }
        super.join();
        return this;
    }

    @Override
    public void shutdown() {
        super.shutdown();
        // The owner may be waiting for one that does not come any more.
        done.add(() -> {});
    }

    private void callNext() throws InterruptedException {
        var next = done.take();
        try {
            next.run();
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
