// Alternative: each task is wrapped in one that returns an outcome and never fails, so that even ShutdownOnFailure
//     never shuts down.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.fork(() -> Outcomes.<T>outcomeOf(task))).toList();
            scope.join();
            return subtasks.stream().map(Subtask::get).toList();
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
