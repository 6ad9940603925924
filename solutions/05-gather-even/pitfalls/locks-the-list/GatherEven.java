// Pitfall: the tasks lock the list that the caller brought, and wait for a caller that has locked it.
// Why: something has to be the lock, and the list is at hand; but it is the caller's, who may lock it as well.
// Kind: shared-by-calls
// Caught by: a task may gather, too
package structured.gathereven;

import java.util.*;
import java.util.concurrent.*;
import java.time.Duration;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var evens = new TreeMap<Integer, T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            int count = 0;
            for (var task : tasks) {
                int number = ++count;
                scope.fork(() -> {
                    T result = task.call();
                    if (number % 2 == 0) {
                        synchronized (tasks) {
                            evens.put(number, result);
                        }
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
        }
        return new ArrayList<>(evens.values());
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : gatherEven(tasks)) {
            System.out.println(result);
        }
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
