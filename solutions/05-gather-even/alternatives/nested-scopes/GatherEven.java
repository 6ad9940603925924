// Alternative: the even and the odd tasks have a scope each, within one that cancels both when one of them fails.
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
            scope.fork(() -> gatherEverySecond(tasks, 0));
            var even = scope.fork(() -> GatherEven.<T>gatherEverySecond(tasks, 1));
            scope.join().throwIfFailed(e -> e instanceof ExecutionException inner ? inner : new ExecutionException(e));
            return even.get();
        }
    }

    private static <T> List<T> gatherEverySecond(List<? extends Callable<? extends T>> tasks, int from)
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
