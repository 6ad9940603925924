// Pitfall: the tasks run as futures, and a failure is the ExecutionException of its future, not what the task threw.
// Why: get() throws it, so it looks like the exception of the task.
// Kind: other-shape
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<Object>()) {
            var futures = tasks.stream().map(task -> new FutureTask<T>(task::call)).toList();
            futures.forEach(future -> scope.fork(Executors.callable(future)));
            scope.join();
            var outcomes = new ArrayList<Outcome<T>>();
            for (var future : futures) {
                try {
                    outcomes.add(new Outcome.Success<>(future.get()));
                } catch (ExecutionException e) {
                    outcomes.add(new Outcome.Failure<>(e));
                }
            }
            return outcomes;
        }
    }
}
