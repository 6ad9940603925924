// Alternative: all are forked, and only the subtasks of the even ones are kept: what is of no interest is not even
//     stored.
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
            var even = new ArrayList<Subtask<? extends T>>();
            for (var each = tasks.iterator(); each.hasNext(); ) {
                scope.fork(each.next());
                if (each.hasNext()) {
                    even.add(scope.fork(each.next()));
                }
            }
            scope.join().throwIfFailed();
            return even.stream().<T>map(Subtask::get).toList();
        }
    }
}
