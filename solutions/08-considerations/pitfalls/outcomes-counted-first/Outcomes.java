// Pitfall: a task counts itself as over, and writes down its outcome then: the caller, who waits for the count, may
//     look in between.
// Why: the two lines stand one after the other, and which is the first seems not to matter.
// Kind: told-before-kept
// Caught by: in whatever order tasks end, each has its outcome, in the order of the tasks
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        var outcomes = new AtomicReferenceArray<Outcome<T>>(tasks.size());
        var left = new CountDownLatch(tasks.size());
        try (var scope = new StructuredTaskScope<Void>()) {
            for (int i = 0; i < tasks.size(); i++) {
                var place = i;
                scope.fork(() -> {
                    var outcome = Outcomes.<T>outcomeOf(tasks.get(place));
                    left.countDown();
                    outcomes.set(place, outcome);
                    return null;
                });
            }
            left.await();
            var list = IntStream.range(0, tasks.size()).mapToObj(outcomes::get).toList();
            scope.join();
            return list;
        }
    }

    private static <T> Outcome<T> outcomeOf(Callable<? extends T> task) {
        try {
            return new Outcome.Success<>(task.call());
        } catch (Throwable e) {
            return new Outcome.Failure<>(e);
        }
    }
}
