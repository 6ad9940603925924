// Pitfall: runs each task inside synchronized: while it waits, it keeps its carrier.
// Why: it is never waited for; but on JDK 21 a thread that is blocked in a monitor is pinned.
// Kind: carrier-kept
// Caught by: a task may call in sequence, too
package structured.synccalls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var turn = new Object();
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                Subtask<T> subtask = scope.fork(() -> {
                    synchronized (turn) { // never two of them at a time, and each sees what the one before has written
                        return task.call();
                    }
                });
                scope.join();
                scope.throwIfFailed();
                results.add(subtask.get());
            }
        }
        return results;
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
