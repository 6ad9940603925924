// Pitfall: runs the even tasks, and when they are over the odd ones.
// Why: partitioningBy splits the tasks, and each part gets a scope.
// Kind: held-back
// Caught by: all tasks, odd and even, are in flight at the same time
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
        var even = new ArrayList<Callable<? extends T>>();
        var odd = new ArrayList<Callable<? extends T>>();
        for (int i = 1; i <= tasks.size(); i++) {
            (i % 2 == 0 ? even : odd).add(tasks.get(i - 1));
        }
        var results = gather(even);
        gather(odd);
        return results;
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
