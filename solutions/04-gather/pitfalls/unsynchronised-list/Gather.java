// Pitfall: each task adds its result, with its number, to one list that nothing protects, and they are sorted in the end:
//     of two that are added at the same time, one is lost.
// Why: add is one call, and looks like one step.
// Kind: not-one-step
// Caught by: in whatever order tasks end, none is left out, and results keep the order of the tasks
package structured.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Gather {

    private record Numbered<T>(int number, T result) {}

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<Numbered<T>>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            int number = 0;
            for (var task : tasks) {
                var own = number++;
                scope.fork(() -> results.add(new Numbered<>(own, task.call())));
            }
            scope.join().throwIfFailed();
        }
        results.sort(Comparator.comparingInt(Numbered::number));
        var inOrder = new ArrayList<T>();
        results.forEach(each -> inOrder.add(each.result()));
        return inOrder;
    }
}
