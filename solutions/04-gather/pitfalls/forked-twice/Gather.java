// Pitfall: the stream that forks is run twice, and each time it forks all the tasks: once to start them, and once for
//     the results.
// Why: a stream can't be used twice, so it was made into a method that gives a new one.
// Kind: run-again
// Caught by: every task is run once
// Caught by: in whatever order tasks end, none is left out, and results keep the order of the tasks
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            Supplier<Stream<Subtask<? extends T>>> subtasks = () -> tasks.stream().map(task -> scope.<T>fork(task));
            subtasks.get().forEach(subtask -> { });
            var results = subtasks.get().toList();
            scope.join().throwIfFailed();
            return results.stream().<T>map(Subtask::get).toList();
        }
    }
}
