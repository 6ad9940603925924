// Pitfall: the even tasks add their own results, so these come in the order in which the tasks finish.
// Why: inside the task the number is at hand, and nothing is left to do after the join.
// Kind: wrong-order
// Caught by: the results of the even tasks keep their order, also when they finish in reverse
package structured.gathereven;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = Collections.synchronizedList(new ArrayList<T>());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int i = 1; i <= tasks.size(); i++) {
                var task = tasks.get(i - 1);
                var even = i % 2 == 0;
                scope.fork(() -> {
                    var result = task.call();
                    return even && results.add(result);
                });
            }
            scope.join().throwIfFailed();
        }
        return results;
    }
}
