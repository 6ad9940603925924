// Pitfall: a failure ends the call around it, too, though the task that made the inner call has caught it.
// Why: failures go up a tree of scopes; but to the one who asks the inner scope, and he hands them on, or doesn't.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Batches {

    private Batches() {}

    private static final ScopedValue<Group> CURRENT = ScopedValue.newInstance();

    private static final class Group extends StructuredTaskScope<Object> {
        private final Group outer = CURRENT.orElse(null);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends Object> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                fail(subtask.exception());
            }
        }

        private void fail(Throwable cause) {
            if (failure.compareAndSet(null, cause)) {
                shutdown();
                if (outer != null) {
                    outer.fail(cause);
                }
            }
        }

        void throwIfFailed() throws ExecutionException {
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
        }
    }

    public static <T> List<T> gatherInBatches(List<? extends Callable<? extends T>> tasks, int batchSize)
            throws InterruptedException, ExecutionException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", and must be at least 1");
        }
        var results = new ArrayList<T>();
        for (int from = 0; from < tasks.size(); from += batchSize) {
            var batch = tasks.subList(from, Math.min(from + batchSize, tasks.size()));
            try (var scope = new Group()) {
                var subtasks = batch.stream().map(task -> scope.<T>fork(() -> ScopedValue.where(CURRENT, scope).call(task::call))).toList();
                scope.join();
                scope.throwIfFailed();
                subtasks.forEach(subtask -> results.add(subtask.get()));
            }
        }
        return results;
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherInBatches(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
