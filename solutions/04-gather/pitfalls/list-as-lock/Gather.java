// Pitfall: locks the list of tasks: of two calls with the same list, one waits for the other.
// Why: nobody should change the list meanwhile; but to read it at the same time is fine.
// Kind: shared-by-calls
// Caught by: a task may gather, too
package structured.gather;

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
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        synchronized (tasks) { // nobody changes it while we go through it
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = new ArrayList<Subtask<? extends T>>();
                for (var task : tasks) {
                    subtasks.add(scope.fork(task));
                }
                scope.join().throwIfFailed();
                return subtasks.stream().<T>map(Subtask::get).toList();
            }
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
