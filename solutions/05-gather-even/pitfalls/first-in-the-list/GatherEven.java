// Pitfall: of all the failures, the first in the list is reported. That may be one of a task that was only cancelled.
// Why: going through the outcomes in order seems the natural way to look for one that went wrong.
// Kind: wrong-outcome
// Caught by: the failure that cancels the others is the one that is reported
package structured.gathereven;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>(Collections.nCopies(tasks.size(), null));
        var failures = new Throwable[tasks.size()];
        try (var scope = new StructuredTaskScope<>()) {
            IntStream.range(0, failures.length).forEach(i -> scope.fork(() -> {
                try {
                    results.set(i, tasks.get(i).call());
                } catch (Throwable e) {
                    failures[i] = e;
                    scope.shutdown();
                }
                return null;
            }));
            scope.join();
        }
        for (var failure : failures) {
            if (failure != null) {
                throw new ExecutionException(failure);
            }
        }
        return IntStream.range(0, failures.length).filter(i -> i % 2 == 1).mapToObj(results::get).toList();
    }
}
