// Pitfall: a call inside a task forks in the scope of the outer call: if it is interrupted, its task runs on.
// Why: one scope for all that belongs together sounds structured.
// Kind: shared-by-calls
// Caught by: a task may call in sequence, too
package structured.synccalls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class SyncCalls {

    private SyncCalls() {}

    private static final ThreadLocal<StructuredTaskScope<Object>> CURRENT = new ThreadLocal<>();

    private static <T> List<T> inSequence(StructuredTaskScope<Object> scope, List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            var future = new FutureTask<T>(() -> {
                CURRENT.set(scope);
                return task.call();
            });
            scope.fork(Executors.callable(future));
            results.add(future.get());
        }
        return results;
    }

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var outer = CURRENT.get();
        if (outer != null) {
            return inSequence(outer, tasks);
        }
        try (var scope = new StructuredTaskScope<Object>()) {
            List<T> results = inSequence(scope, tasks);
            scope.join();
            return results;
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        for (var result : callInSequence(tasks)) {
            System.out.println(result);
        }
        System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
