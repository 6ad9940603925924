// Pitfall: keeps the subtasks under their tasks: one that is in the list three times has the result of its last run
//     three times.
// Why: a map says which result belongs to which task; but a task may be in the list more than once.
// Kind: same-twice
// Caught by: each task is run once, and its result has its place
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = new IdentityHashMap<Callable<? extends T>, Subtask<T>>();
            tasks.forEach(task -> subtasks.put(task, scope.fork(task::call)));
            scope.joinUntil(deadline).throwIfFailed();
            return tasks.stream().map(task -> subtasks.get(task).get()).toList();
        }
    }
}
