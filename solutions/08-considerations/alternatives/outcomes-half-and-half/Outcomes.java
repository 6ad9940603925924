// Alternative: a scope for each half, down to single tasks: it forks as it divides, so that no thread has to fork them
//     all.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.Stream;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        try (var scope = new StructuredTaskScope<List<Outcome<T>>>()) {
            if (tasks.size() == 1) {
                var only = scope.fork(() -> List.of(Outcomes.<T>outcomeOf(tasks.getFirst())));
                scope.join();
                return only.get();
            }
            var half = tasks.size() / 2;
            var first = scope.fork(() -> Outcomes.<T>gatherSettled(tasks.subList(0, half)));
            var second = scope.fork(() -> Outcomes.<T>gatherSettled(tasks.subList(half, tasks.size())));
            scope.join();
            return Stream.concat(first.get().stream(), second.get().stream()).toList();
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
