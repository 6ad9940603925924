// Alternative: two subtasks run the odd and the even tasks, each group in a scope of its own. If one group fails, the
//     other is cancelled.
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            scope.fork(() -> everySecond(tasks, 0));
            var even = scope.fork(() -> GatherEven.<T>everySecond(tasks, 1));
            scope.join().throwIfFailed(e -> e instanceof ExecutionException own ? own : new ExecutionException(e));
            return even.get();
        }
    }

    private static <T> List<T> everySecond(List<? extends Callable<? extends T>> tasks, int from)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (int i = from; i < tasks.size(); i += 2) {
                subtasks.add(scope.fork(tasks.get(i)));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
