// Pitfall: what comes second is closed, if it can be.
// Why: nobody gets it, so somebody has to tidy up; but the winner may have returned the same thing.
// Kind: result-misread
// Caught by: the result is that of a task: one, the same again, or one of a thousand
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Race {

    private static void discard(Object unused) throws Exception {
        if (unused instanceof AutoCloseable resource) {
            resource.close();
        }
    }

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks");
        }
        var won = new AtomicBoolean();
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            for (var task : tasks) {
                scope.<T>fork(() -> {
                    T result = task.call();
                    if (!won.compareAndSet(false, true)) {
                        discard(result);
                        throw new CancellationException("too late");
                    }
                    return result;
                });
            }
            return scope.join().result();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        System.out.println(firstSuccessful(tasks));
        System.out.printf(Locale.ROOT, "The first Task has been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
