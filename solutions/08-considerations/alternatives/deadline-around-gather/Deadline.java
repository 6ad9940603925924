// Alternative: a scope with a single task and a deadline, around gather as it is: asyncio.timeout in Java. What times
//     out need not know of it.
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();    // Nobody is late, however little time there is.
        }
        try (var scope = new StructuredTaskScope<List<T>>()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var gathering = scope.fork(() -> Deadline.<T>gather(tasks));
            scope.joinUntil(deadline);
            return switch (gathering.state()) {
                case SUCCESS -> gathering.get();
                case FAILED -> throw (ExecutionException) gathering.exception();
                case UNAVAILABLE -> throw new AssertionError();
            };
        }
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
