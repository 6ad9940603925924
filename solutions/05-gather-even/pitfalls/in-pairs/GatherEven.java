// Pitfall: the tasks are forked in pairs. If their number is odd, the last one has no partner, and is not run.
// Why: counting in steps of two finds each even task with the odd one before it.
// Kind: left-out
// Caught by: every task, odd or even, is run once, and to its end
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
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (int i = 1; i < tasks.size(); i += 2) {
                scope.fork(tasks.get(i - 1));
                subtasks.add(scope.fork(tasks.get(i)));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
