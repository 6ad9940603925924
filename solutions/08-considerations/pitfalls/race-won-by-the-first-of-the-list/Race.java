// Pitfall: looks through the tasks in their order, when one has ended: one that ended after it may come before it
//     there.
// Why: a signal says that one has succeeded, not which.
// Kind: wrong-order
// Caught by: a success is the first if another one comes a moment later
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("There must be at least one task");
        }
        try (var scope = new Signalling<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            StructuredTaskScope.Subtask<T> winner = null;
            for (int ended = 0; winner == null && ended < tasks.size(); ended++) {
                scope.ended.acquire();
                winner = subtasks.stream()
                        .filter(subtask -> subtask.state() == StructuredTaskScope.Subtask.State.SUCCESS)
                        .findFirst()
                        .orElse(null);
            }
            scope.shutdown();
            scope.join();
            if (winner == null) {
                throw new ExecutionException(subtasks.getFirst().exception());
            }
            return winner.get();
        }
    }

    private static final class Signalling<T> extends StructuredTaskScope<T> {
        final Semaphore ended = new Semaphore(0);

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            ended.release();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        System.out.println(firstSuccessful(tasks));
        System.out.printf(Locale.ROOT, "The first Task has been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
