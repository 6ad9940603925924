// Pitfall: the join takes a message for each task that was forked; when somebody shuts the group down, those that are cut off never send theirs.
// Why: each task ends, one way or another. But of one that ends after a shutdown, the handler doesn't hear.
// Kind: cancels-nothing
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    private record Ended<T>(T result, Throwable thrown) {}

    private final BlockingQueue<Ended<T>> ended = new LinkedBlockingQueue<>();
    private final AtomicLong forked = new AtomicLong();
    private long taken;
    private Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        ended.add(switch (subtask.state()) {
            case FAILED -> new Ended<>(null, subtask.exception());
            default -> new Ended<>(subtask.get(), null);
        });
    }

    @Override
    public <U extends T> Subtask<U> fork(Callable<? extends U> task) {
        forked.incrementAndGet();
        return super.fork(task);
    }

    private void deliver(Ended<T> next) {
        try {
            if (next.thrown != null) {
                fail(next.thrown);
            } else {
                whenDone.accept(next.result);
            }
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private void fail(Throwable thrown) {
        failure = thrown;
        shutdown();
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        while (failure == null && taken < forked.get()) {
            var next = ended.take();
            taken++;
            deliver(next);
        }
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
            for (var task : tasks) {
                group.fork(task);
            }
            group.join();
            group.throwIfFailed();
        }
    }
}
