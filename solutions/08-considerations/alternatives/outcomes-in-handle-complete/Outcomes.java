// Alternative: a scope of its own makes the outcomes as the tasks end, so that they could be shown while others still
//     run.
package structured.considerations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new Settling<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            return subtasks.stream().map(scope.outcomes::get).toList();
        }
    }

    private static final class Settling<T> extends StructuredTaskScope<T> {
        private final Map<Subtask<? extends T>, Outcome<T>> outcomes = new ConcurrentHashMap<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            outcomes.put(subtask, switch (subtask.state()) {
                case SUCCESS -> new Outcome.Success<>(subtask.get());
                case FAILED -> new Outcome.Failure<>(subtask.exception());
                case UNAVAILABLE -> throw new AssertionError();
            });
        }
    }
}
