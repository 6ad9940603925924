// Alternative: joinUntil with a deadline that won't come: the place to set a real one. Threads have names, for
//     thread dumps.
package structured.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var threads = Thread.ofVirtual().name("task-", 1).factory();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure("gather", threads)) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.joinUntil(Instant.now().plus(Duration.ofDays(1)));
            scope.throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }
}
