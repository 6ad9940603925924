// Pitfall: a task that has failed in an earlier call is tried only when all the others have failed.
// Why: that is how a circuit breaker spares a service; but it was another call, and nobody asked for one.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks");
        }
        var suspects = tasks.stream().filter(FAILED_LAST_TIME::contains).toList();
        var healthy = tasks.stream().filter(task -> !suspects.contains(task)).toList();
        if (suspects.isEmpty() || healthy.isEmpty()) {
            return Race.<T>race(tasks);
        }
        try {
            return Race.<T>race(healthy);
        } catch (ExecutionException e) {
            return Race.<T>race(suspects);
        }
    }

    private static final Set<Object> FAILED_LAST_TIME = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private static <T> T race(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            for (var task : tasks) {
                scope.<T>fork(() -> {
                    try {
                        var result = task.call();
                        FAILED_LAST_TIME.remove(task);
                        return result;
                    } catch (Throwable e) {
                        if (!scope.isShutdown()) {
                            FAILED_LAST_TIME.add(task);
                        }
                        throw e;
                    }
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
