// Pitfall: looks up what it has forked by the task, which a list may make anew each time it is asked.
// Why: each task is one object in most lists; but only its place is the same in all of them.
// Kind: result-misread
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.time.Duration;
import java.util.ArrayList;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.IdentityHashMap;
import java.util.concurrent.StructuredTaskScope.Subtask;
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

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            // by identity, and a queue for each: the same task may be there several times
            var started = new IdentityHashMap<Callable<? extends T>, Queue<Subtask<T>>>();
            for (var task : tasks) {
                started.computeIfAbsent(task, t -> new ArrayDeque<>()).add(scope.fork(task::call));
            }
            scope.join().throwIfFailed();
            var results = new ArrayList<T>();
            var number = 0;
            for (var task : tasks) {
                var subtask = started.get(task).remove();
                if (++number % 2 == 0) {
                    results.add(subtask.get());
                }
            }
            return results;
        }
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
