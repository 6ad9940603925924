// Pitfall: gives the tasks a second. Those that take longer are cancelled, and the call fails, though nobody asked for a limit.
// Why: a wait without a limit feels careless; but what is slow to one caller isn't to another, and only the caller knows.
// Kind: over-too-early
// Caught by: every result is in its task's place, be it null or equal to another
package structured.gather;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;

public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().<Subtask<? extends T>>map(scope::fork).toList();
            scope.joinUntil(Instant.now().plusSeconds(1)).throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }
}
