// Alternative: gather as in the module before, and the even ones picked from its list: the concurrency has a method
//     of its own.
package structured.gathereven;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.stream.IntStream;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var all = GatherEven.<T>gather(tasks);
        return IntStream.range(0, all.size()).filter(i -> i % 2 == 1).mapToObj(all::get).toList();
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
