// Pitfall: the lock is in forEachDone, around what it is given: a group used by itself calls back from several threads at once.
// Why: one call is all that this exercise makes.
// Kind: not-one-step
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            fail(subtask.exception());
            return;
        }
        try {
            if (failure.get() == null) {
                whenDone.accept(subtask.get());
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        if (failure.compareAndSet(null, e)) {
            shutdown();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
    }

    public static <T> void forEachDone(List<? extends Callable<? extends T>> tasks, Consumer<? super T> whenDone)
            throws InterruptedException, ExecutionException {
        var turn = new ReentrantLock(true);
        var self = new AtomicReference<TaskGroup<T>>();
        Consumer<T> oneAtATime = result -> {
            turn.lock();
            try {
                if (!self.get().isShutdown()) {
                    whenDone.accept(result);
                }
            } catch (Throwable e) {
                self.get().fail(e);
            } finally {
                turn.unlock();
            }
        };
        try (var group = new TaskGroup<T>(oneAtATime)) {
            self.set(group);
            for (var task : tasks) {
                group.fork(task);
            }
            group.join();
            group.throwIfFailed();
        }
    }
}
