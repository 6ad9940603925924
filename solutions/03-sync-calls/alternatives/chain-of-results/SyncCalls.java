// Alternative: recursion instead of a loop: the first task, then the rest.
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        return prepend(first(tasks.getFirst()), callInSequence(tasks.subList(1, tasks.size())));
    }

    private static <T> T first(Callable<? extends T> task) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(task);
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }

    private static <T> List<T> prepend(T first, List<T> rest) {
        var list = new ArrayList<T>();
        list.add(first);
        list.addAll(rest);
        return list;
    }
}
