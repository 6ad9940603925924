// Alternative: one subtask forks all the tasks in a scope of its own, and hands their outcome over as a value.
//     Cancelling it cancels all within.
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private record Outcome<T>(List<T> even, Throwable failure) {}

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var all = scope.fork(() -> GatherEven.<T>outcomeOf(tasks));
            scope.join().throwIfFailed();
            if (all.get().failure() != null) {
                throw new ExecutionException(all.get().failure());
            }
            return all.get().even();
        }
    }

    private static <T> Outcome<T> outcomeOf(List<? extends Callable<? extends T>> tasks) throws InterruptedException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join();
            if (scope.exception().isPresent()) {
                return new Outcome<>(null, scope.exception().get());
            }
            var even = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                even.add(subtasks.get(i).get());
            }
            return new Outcome<>(even, null);
        }
    }
}
