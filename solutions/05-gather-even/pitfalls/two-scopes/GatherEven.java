// Pitfall: the odd and the even tasks have a scope each, one beside the other: a failure cancels only its own half, and
//     when an even task fails, the caller hears of it when all the odd ones have ended.
// Why: only the even results count, so it seems tidy to keep the two kinds apart.
// Kind: cancels-nothing
// Caught by: a failure cancels the other tasks
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
        try (var odd = new StructuredTaskScope.ShutdownOnFailure();
                var even = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (int i = 0; i < tasks.size(); i++) {
                if (i % 2 == 0) {
                    odd.fork(tasks.get(i));
                } else {
                    subtasks.add(even.fork(tasks.get(i)));
                }
            }
            odd.join().throwIfFailed();
            even.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
