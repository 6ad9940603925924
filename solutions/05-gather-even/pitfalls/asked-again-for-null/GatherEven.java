// Pitfall: takes null for a task that hasn't been run yet, and runs it again.
// Why: an empty field looks like one that nobody has written to.
// Kind: run-again
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class GatherEven {

    private GatherEven() {}

    private static final class Once<T> implements Callable<T> {
        private final Callable<? extends T> task;
        private T result;

        Once(Callable<? extends T> task) {
            this.task = task;
        }

        @Override
        public T call() throws Exception {
            if (result == null) {
                result = task.call();
            }
            return result;
        }
    }

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        List<Once<T>> all = new ArrayList<>();
        for (Callable<? extends T> task : tasks) {
            all.add(new Once<T>(task));
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            all.forEach(scope::fork);
            scope.join().throwIfFailed();
        }
        List<T> even = new ArrayList<>();
        for (int i = 1; i < all.size(); i += 2) {
            try {
                even.add(all.get(i).call());
            } catch (Exception e) {
                throw new ExecutionException(e);
            }
        }
        return even;
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
