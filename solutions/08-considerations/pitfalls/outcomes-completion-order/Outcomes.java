// Pitfall: adds the outcomes to a list as the tasks end: nobody can tell whose they are.
// Why: handleComplete is where a scope hears of each subtask, and a list that all may add to is at hand.
// Kind: wrong-order
// Caught by: outcomes keep the order of the tasks, also when they end in another one
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new Settling<T>()) {
            tasks.forEach(scope::fork);
            scope.join();
            return scope.outcomes;
        }
    }

    private static final class Settling<T> extends StructuredTaskScope<T> {
        private final List<Outcome<T>> outcomes = new CopyOnWriteArrayList<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            outcomes.add(subtask.state() == Subtask.State.SUCCESS
                    ? new Outcome.Success<>(subtask.get())
                    : new Outcome.Failure<>(subtask.exception()));
        }
    }
}
