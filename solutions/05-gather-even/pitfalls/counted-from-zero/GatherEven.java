// Pitfall: counts from zero, so the results of the first, the third and the fifth task are returned.
// Why: that is how Java counts. The tasks, and Python's enumerate(..., start=1), count from one.
// Kind: left-out
// Caught by: the results of the even tasks keep their order, also when they finish in reverse
package structured.gathereven;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return IntStream.range(0, subtasks.size())
                    .filter(i -> i % 2 == 0)
                    .<T>mapToObj(i -> subtasks.get(i).get())
                    .toList();
        }
    }
}
