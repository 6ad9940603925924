// Pitfall: results are handed over when the group is closed: whoever has joined, and looks for them, finds none.
// Why: close is what every group comes to, and then all tasks have ended for sure.
// Kind: handed-over-late
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final Queue<Subtask<? extends T>> succeeded = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.SUCCESS) {
            succeeded.add(subtask);
        } else {
            fail(subtask.exception());
        }
    }

    private void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
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
        try (var group = new TaskGroup<T>(whenDone)) {
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }

    @Override
    public void close() {
        super.close();
        succeeded.forEach(subtask -> whenDone.accept(subtask.get()));
    }
}
