// Pitfall: a call inside a task of another one has no limit of its own: its tasks go with the turn that they inherit.
// Why: what a scope's threads inherit is there in a nested call, too, whose limit may be a narrower one.
// Kind: too-many-at-once
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Limit {

    private static final ScopedValue<Boolean> HAS_TURN = ScopedValue.newInstance();

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1: " + maxInFlight);
        }
        var permits = new Semaphore(maxInFlight);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<StructuredTaskScope.Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    // It has a turn already.
                    if (HAS_TURN.isBound()) {
                        return task.call();
                    }
                    permits.acquire();
                    try {
                        return ScopedValue.where(HAS_TURN, true).<T>call(task::call);
                    } finally {
                        permits.release();
                    }
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var start = System.nanoTime();
            var tasks = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            gatherLimited(tasks, 4).forEach(System.out::println);
            System.out.printf(Locale.ROOT, "All Tasks have been completed in %.3f seconds.%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
