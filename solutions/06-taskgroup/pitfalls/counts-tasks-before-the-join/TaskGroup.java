// Pitfall: the owner calls back as often as tasks had been forked when it came to join: what a task or a callback forks
//     after that is run, and the last results are handed over to nobody.
// Why: in forEachDone all tasks are forked by then.
// Kind: left-out
// Caught by: a group used by itself hands over what is forked in it, time and again
package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;
    private final LinkedBlockingQueue<Event<T>> events = new LinkedBlockingQueue<>();
    private final AtomicInteger forked = new AtomicInteger();
    private volatile Throwable failure;

    private record Event<T>(T result, Throwable failure, boolean end) {}

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        events.add(subtask.state() == Subtask.State.FAILED
            ? new Event<>(null, subtask.exception(), false)
            : new Event<>(subtask.get(), null, false));
    }

    @Override
    public <U extends T> Subtask<U> fork(Callable<? extends U> task) {
        forked.incrementAndGet();
        return super.fork(task);
    }

    @Override
    public void shutdown() {
        super.shutdown();
        events.add(new Event<>(null, null, true)); // wakes up join
    }

    private void loop() throws InterruptedException {
        var expected = forked.getAndSet(0);
        for (var i = 0; i < expected && !isShutdown(); i++) {
            var event = events.take();
            if (event.end) {
                return;
            }
            try {
                if (event.failure != null) {
                    throw event.failure;
                }
                whenDone.accept(event.result);
            } catch (Throwable thrown) {
                failure = thrown;
                shutdown();
            }
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        try {
            loop();
        } catch (InterruptedException e) {
            shutdown();
            super.join();
            throw e;
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
            group.join().throwIfFailed();
        }
    }
}
