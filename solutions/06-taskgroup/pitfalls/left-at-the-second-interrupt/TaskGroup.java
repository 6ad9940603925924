// Pitfall: a thread of its own calls back, and whoever waits for its end gives up when it is interrupted once more.
// Why: the first interrupt cancels, and close waits in spite of a second; a wait of one's own has to do the same.
// Kind: left-running
// Caught by: no callback outlives the call, and none overlap, also when the caller is interrupted
package structured.taskgroup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class TaskGroup<T> extends StructuredTaskScope<T> {

    final Consumer<? super T> whenDone;

    private final ExecutorService loop = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("event-loop").factory());

    private volatile Throwable failure;

    public TaskGroup(Consumer<? super T> whenDone) {
        this.whenDone = whenDone;
    }

    @Override
    protected void handleComplete(Subtask<? extends T> subtask) {
        awaitHandled(loop.submit(() -> handle(subtask)));
        if (failure != null) {
            shutdown();
        }
    }

    private void handle(Subtask<? extends T> subtask) {
        if (failure != null) {
            return;
        }
        try {
            if (subtask.state() == Subtask.State.SUCCESS) {
                whenDone.accept(subtask.get());
            } else {
                failure = subtask.exception();
            }
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    private void awaitHandled(Future<?> handled) {
        var interrupted = false;
        while (true) {
            try {
                handled.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                if (isShutdown()) {
                    break; // the group is over: close waits for the loop
                }
            } catch (ExecutionException e) {
                throw new AssertionError(e); // handle throws nothing
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public TaskGroup<T> join() throws InterruptedException {
        super.join();
        return this;
    }

    public void throwIfFailed() throws ExecutionException {
        ensureOwnerAndJoined();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            loop.shutdownNow();
            try {
                loop.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<Done>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        forEachDone(tasks, done -> System.out.print(done.id % 2 == 0 ? done.message : ""));
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private record Done(int id, String message) {}

    private static Done simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return new Done(id, String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.%n", id, seconds));
    }
}
