// Alternative: nested scopes: the tasks are halved until one is left. Cancelling the outer scope cancels all that is
//     within.
package structured.gather;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.Stream;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.size() < 2) {
            return tasks.isEmpty() ? List.of() : one(tasks.getFirst());
        }
        var middle = tasks.size() / 2;
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var left = scope.fork(() -> Gather.<T>gather(tasks.subList(0, middle)));
            var right = scope.fork(() -> Gather.<T>gather(tasks.subList(middle, tasks.size())));
            scope.join().throwIfFailed(e -> e instanceof ExecutionException inner ? inner : new ExecutionException(e));
            return Stream.concat(left.get().stream(), right.get().stream()).toList();
        }
    }

    private static <T> List<T> one(Callable<? extends T> task) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(task);
            scope.join().throwIfFailed();
            return Collections.singletonList(subtask.get());
        }
    }
}
