// Pitfall: each thread has one list for the results of all its calls: the next call changes what the one before has
//     returned.
// Why: the same list can serve again and again, and so no memory is wasted, it seems.
// Kind: shared-by-calls
// Caught by: every result is in its task's place, be it null or equal to another
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Gather {

    private static final ThreadLocal<List<Object>> RESULTS = ThreadLocal.withInitial(ArrayList::new);

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            var results = RESULTS.get();
            results.clear();
            subtasks.forEach(subtask -> results.add(subtask.get()));
            @SuppressWarnings("unchecked")
            var list = (List<T>) results;
            return list;
        }
    }
}
