// Pitfall: the owner calls back as often as tasks have been forked, and counts them in a field of its own. But tasks may
//     fork as well, two at the same time: one of them isn't counted, and the last result is handed over to nobody.
// Why: in forEachDone only the owner forks.
// Kind: not-one-step
// Caught by: in whatever order tasks fork others in their group, all results are handed over
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

    private final BlockingQueue<Runnable> done = new LinkedBlockingQueue<>();

    // Both only of the owner
    private int running;
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
        running++;
        return super.fork(task);
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        for (; running > 0 && !isShutdown(); running--) {
            callNext();
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
