// Pitfall: null results are left out.
// Why: filter(Objects::nonNull) is put into many streams without a thought.
// Kind: result-misread
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.util.List;
import java.util.Objects;
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
                    .filter(i -> i % 2 == 0)
                    .<T>mapToObj(i -> subtasks.get(i - 1).get())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
