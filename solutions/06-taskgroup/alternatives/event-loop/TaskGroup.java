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
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    private final Consumer<? super T> whenDone;
    private final BlockingQueue<Subtask<? extends T>> ended = new LinkedBlockingQueue<>();
    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        ended.add(subtask);
    }

    /** Makes the callbacks of so many tasks, and ends; what it leaves in the queue is itself. */
    private T eventLoop(int tasks) throws InterruptedException {
        for (int i = 0; i < tasks && failure == null; i++) {
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
        }
        return null;
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
            group.fork(() -> group.eventLoop(tasks.size()));
            tasks.forEach(group::fork);
            group.join().throwIfFailed();
        }
    }
}
