// Pitfall: the tasks' threads put their results into a HashMap, which none of them locks: of two that come at once, one may be lost.
// Why: each has a key of its own, so nobody seems to be in anybody's way; but they share the table, and who makes it first.
// Kind: not-one-step
// Caught by: in whatever order tasks end, none is left out, and results keep the order of the tasks
package structured.gathereven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        Map<Integer, T> results = new HashMap<>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            int number = 0;
            for (Callable<? extends T> task : tasks) {
                int n = ++number;
                scope.fork(n % 2 != 0 ? task : () -> results.put(n, task.call()));
            }
            scope.join();
            scope.throwIfFailed();
        }
        List<T> evens = new ArrayList<>();
        for (int n = 2; n <= tasks.size(); n += 2) {
            evens.add(results.get(n));
        }
        return evens;
    }
}
