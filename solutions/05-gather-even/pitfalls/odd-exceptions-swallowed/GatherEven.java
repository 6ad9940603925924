// Pitfall: what an odd task throws is swallowed in its subtask.
// Why: its result is of no interest, so its exception isn't, either.
// Kind: failure-lost
// Caught by: a failure arrives as an ExecutionException, also when the task that fails is odd
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
            for (int i = 0; i < tasks.size(); i++) {
                var task = tasks.get(i);
                if (i % 2 == 1) {
                    subtasks.add(scope.<T>fork(task));
                } else {
                    scope.fork(() -> {
                        try {
                            task.call();
                        } catch (Exception e) {
                            // nobody wants its result
                        }
                        return null;
                    });
                }
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
