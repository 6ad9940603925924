// Pitfall: a race without tasks is refused when its scope is open already, and nobody closes that.
// Why: try closes what it has been given; but here the method that opens the scope throws before it returns it.
// Kind: smallest-input
// Caught by: a race without tasks is refused
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Race {

    private static <T> StructuredTaskScope.ShutdownOnSuccess<T> start(List<? extends Callable<? extends T>> tasks) {
        var scope = new StructuredTaskScope.ShutdownOnSuccess<T>();
        var runners = tasks.stream().map(scope::fork).toList();
        if (runners.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        return scope;
    }

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = Race.<T>start(tasks)) {
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
