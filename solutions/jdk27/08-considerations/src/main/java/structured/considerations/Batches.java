package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.stream.IntStream;

/** Sparing a service: a few tasks at once, then the next few. */
public final class Batches {

    private Batches() {}

    /**
     * Runs the tasks in batches: those of a batch at the same time, and a batch when the one before it is over.
     *
     * <p>Python: {@code for batch in batched(tasks, batch_size): results += await gather(*batch)}
     *
     * <p>Each task is run once, in a virtual thread that a scope of this call's own forks. No task outlives the call, and one
     * that sets its thread's interrupt interrupts no other. Calls know nothing of each other: they may be nested, or made at
     * the same time.
     *
     * @param tasks what to run, up to a few thousand; may be empty, or have the same task more than once
     * @param batchSize how many tasks make a batch, from 1 to {@code Integer.MAX_VALUE}; the last batch may be smaller
     * @return the tasks' results in the order of {@code tasks}; a result may be null
     * @throws IllegalArgumentException if {@code batchSize} is less than 1, also without tasks; no task is run then
     * @throws ExecutionException if a task failed: the cause is that task's exception, of whatever kind, the rest of its
     *     batch is cancelled, and the batches after it never start
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the batch that runs when it
     *     notices is cancelled, and those after it never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow())) {
                batch.forEach(scope::fork);
                results.addAll(scope.join());
            }
        }
        return results;
    }

    /** Twelve requests to a service that serves four at a time: three batches of a second each, and no refusal. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherInBatches(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
