// Alternative: each fork writes its task's outcome into its place of an array, and the join makes what they wrote
//     visible.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        var outcomes = new AtomicReferenceArray<Outcome<T>>(tasks.size());
        try (var scope = new StructuredTaskScope<Void>()) {
            for (int i = 0; i < tasks.size(); i++) {
                var place = i;
                scope.fork(() -> {
                    try {
                        outcomes.set(place, new Outcome.Success<>(tasks.get(place).call()));
                    } catch (Throwable e) {
                        outcomes.set(place, new Outcome.Failure<>(e));
                    }
                    return null;
                });
            }
            scope.join();
            return IntStream.range(0, tasks.size()).mapToObj(outcomes::get).toList();
        }
    }
}
