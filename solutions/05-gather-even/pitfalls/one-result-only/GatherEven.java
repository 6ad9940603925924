// Pitfall: with i == 2 instead of i % 2 == 0, the second result is all that is left.
// Why: tried with three tasks, it is right.
// Kind: left-out
// Caught by: every second result is there, be it null or equal to another
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
            return IntStream.rangeClosed(1, subtasks.size())
                    .filter(i -> i == 2)
                    .<T>mapToObj(i -> subtasks.get(i - 1).get())
                    .toList();
        }
    }
}
