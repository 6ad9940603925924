// Pitfall: each result is put into a line of the log, whether that is written or not, and what has no text ends the
//     call.
// Why: a log is harmless; but it asks a result of somebody else's for its text, which may fail or take long.
// Kind: result-misread
// Caught by: every result is in its task's place, be it null or equal to another
package structured.synccalls;

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
public final class SyncCalls {

    private SyncCalls() {}

    private static final System.Logger LOG = System.getLogger(SyncCalls.class.getName());

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>(tasks.size());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                StructuredTaskScope.Subtask<T> subtask = scope.fork(task);
                scope.join().throwIfFailed();
                results.add(subtask.get());
                LOG.log(System.Logger.Level.DEBUG, "Task " + results.size() + " has returned " + subtask.get());
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
