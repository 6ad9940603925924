// Pitfall: odd results are made null, and all nulls filtered out: those of even tasks, too.
// Why: null stands for what is of no interest.
// Kind: result-misread
// Caught by: every second result is there, be it null or equal to another
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
                var even = i % 2 == 1;
                subtasks.add(scope.<T>fork(() -> {
                    T result = task.call();
                    return even ? result : null;
                }));
            }
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).filter(Objects::nonNull).toList();
        }
    }
}
