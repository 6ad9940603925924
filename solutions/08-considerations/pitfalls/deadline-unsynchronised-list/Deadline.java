// Pitfall: the tasks add their results to one list that nothing protects: of two that are added at the same time, one is lost.
// Why: add is one call, and looks like one step.
// Kind: not-one-step
// Caught by: in whatever order tasks end in time, their results are there, in their order
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private record Numbered<T>(int number, T result) {}

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        var results = new ArrayList<Numbered<T>>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            int number = 0;
            for (var task : tasks) {
                var own = number++;
                scope.fork(() -> results.add(new Numbered<>(own, task.call())));
            }
            scope.joinUntil(deadline).throwIfFailed();
        }
        results.sort(Comparator.comparingInt(Numbered::number));
        var inOrder = new ArrayList<T>();
        results.forEach(each -> inOrder.add(each.result()));
        return inOrder;
    }
}
