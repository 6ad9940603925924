// Pitfall: the odd tasks never run.
// Why: their results are of no interest, so why bother? In the Python original all of them are awaited.
// Kind: left-out
// Caught by: every task, odd or even, is run once, and to its end
// Caught by: in whatever order tasks end, none is left out, and results keep the order of the tasks
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
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = IntStream.rangeClosed(1, tasks.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> i)
                .map(i -> scope.<T>fork(tasks.get(i - 1))).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
