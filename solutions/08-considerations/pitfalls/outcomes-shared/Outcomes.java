// Pitfall: outcomes that are equal are kept once, by a map that asks values and exceptions for their hash codes.
// Why: outcomes are records, and nothing in them changes; but the value may be a list that does.
// Kind: wrong-outcome
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings({"preview", "unchecked"})
public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.<T>fork(task::call));
            }
            scope.join();
            // Outcomes are immutable, and thousands may be equal: keep one of each.
            var known = new HashMap<Outcome<T>, Outcome<T>>();
            var outcomes = new ArrayList<Outcome<T>>(subtasks.size());
            for (var subtask : subtasks) {
                Outcome<T> outcome = subtask.state() == Subtask.State.SUCCESS
                        ? new Outcome.Success<>(subtask.get())
                        : new Outcome.Failure<>(subtask.exception());
                outcomes.add(known.computeIfAbsent(outcome, o -> o));
            }
            return outcomes;
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var service = new RateLimitedService(4, Duration.ofSeconds(1))) {
            var tasks = IntStream.rangeClosed(1, 6).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            for (var outcome : gatherSettled(tasks)) {
                System.out.println(switch (outcome) {
                    case Outcome.Success<String> success -> success.value();
                    case Outcome.Failure<String> failure -> failure.exception().getMessage();
                });
            }
        }
    }
}
