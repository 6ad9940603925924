// Pitfall: calls at the same time with the same tasks share one run of them.
// Why: what somebody else is fetching already need not be fetched again, as in a cache in front of a service.
// Kind: shared-by-calls
// Caught by: a task may gather, too
package structured.gather;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Gather {

    private Gather() {}

    private static final ConcurrentHashMap<List<?>, CompletableFuture<Object>> IN_FLIGHT = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var own = new CompletableFuture<Object>();
        var running = IN_FLIGHT.putIfAbsent(tasks, own);
        if (running != null) {
            return (List<T>) running.get();
        }
        try {
            var results = gatherOnItsOwn(tasks);
            own.complete(results);
            return results;
        } catch (ExecutionException e) {
            own.completeExceptionally(e.getCause());
            throw e;
        } catch (InterruptedException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            own.completeExceptionally(new IllegalStateException("the call that ran the tasks has failed"));
            IN_FLIGHT.remove(tasks, own);
        }
    }

    private static <T> List<T> gatherOnItsOwn(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : gather(tasks)) {
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
