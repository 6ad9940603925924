// Pitfall: records that hold the results stand in a set, which asks them for their hash code.
// Why: a record has a hash code for free; but it is that of what it holds, a list that contains itself perhaps.
// Kind: result-misread
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.util.*;
import java.util.concurrent.*;
import java.time.Duration;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class GatherEven {

    private GatherEven() {}

    private record Numbered<T>(int number, T result) {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        // the number makes each of them different, also where results are equal or null
        Set<Numbered<T>> evens = ConcurrentHashMap.newKeySet();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            int count = 0;
            for (var task : tasks) {
                int number = ++count;
                scope.fork(() -> {
                    T result = task.call();
                    if (number % 2 == 0) {
                        evens.add(new Numbered<>(number, result));
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
        }
        return evens.stream()
                .sorted(Comparator.comparingInt(numbered -> numbered.number()))
                .<T>map(Numbered::result)
                .toList();
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
