// Pitfall: a plain scope waits for all the tasks, also when one of them has failed long ago.
// Why: it has the shorter name, and the failure is reported in the end.
// Kind: cancels-nothing
// Caught by: a failure cancels the other tasks
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
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            for (var subtask : subtasks) {
                if (subtask.state() == Subtask.State.FAILED) {
                    throw new ExecutionException(subtask.exception());
                }
            }
            return IntStream.rangeClosed(1, subtasks.size())
                    .filter(i -> i % 2 == 0)
                    .mapToObj(i -> subtasks.get(i - 1).get())
                    .toList();
        }
    }
}
