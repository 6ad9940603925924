// Pitfall: a caller that is a virtual thread runs the first task itself, and the others meanwhile on threads of their
//     own.
// Why: one thread less, and the caller would only wait.
// Kind: wrong-thread
// Caught by: every task runs on a virtual thread of its own
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty() || !Thread.currentThread().isVirtual()) {
            return all(tasks);
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var others = scope.fork(() -> Gather.<T>all(tasks.subList(1, tasks.size())));
            var results = new ArrayList<T>();
            try {
                results.add(tasks.getFirst().call());
            } catch (Throwable e) {
                scope.shutdown();
                scope.join();
                throw new ExecutionException(e);
            }
            scope.join().throwIfFailed(e -> e instanceof ExecutionException own ? own : new ExecutionException(e));
            results.addAll(others.get());
            return results;
        }
    }

    private static <T> List<T> all(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
