// Pitfall: from the fifth call in a call on, tasks run one after the other.
// Why: a tree of calls has threads enough by then; but virtual ones are cheap, and tasks may wait for each other.
// Kind: held-back
// Caught by: a task may gather, too
package structured.gathereven;

import java.time.Duration;
import java.util.ArrayList;
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
        int depth = DEPTH.orElse(0);
        try {
            return ScopedValue.where(DEPTH, depth + 1).call(() -> {
                try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                    var subtasks = new ArrayList<Subtask<T>>(tasks.size());
                    for (var task : tasks) {
                        subtasks.add(scope.fork(task::call));
                        if (depth >= MOST) {
                            scope.join().throwIfFailed();
                        }
                    }
                    scope.join().throwIfFailed();
                    return IntStream.range(0, subtasks.size()).filter(i -> i % 2 == 1)
                            .<T>mapToObj(i -> subtasks.get(i).get()).toList();
                }
            });
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final int MOST = 4;

    private static final ScopedValue<Integer> DEPTH = ScopedValue.newInstance();

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
