// Pitfall: interrupts its caller if a task threw an InterruptedException of its own.
// Why: who catches one restores the interrupt; but it was the task's, not the caller's.
// Kind: whose-interrupt
// Caught by: every task has its outcome, in the order of the tasks: successes, null, exceptions and errors
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        List<Outcome<T>> outcomes;
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = new ArrayList<StructuredTaskScope.Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
            }
            scope.join();
            outcomes = subtasks.stream().<Outcome<T>>map(Outcomes::outcomeOf).toList();
        }
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Failure<T> failure && failure.exception() instanceof InterruptedException) {
                Thread.currentThread().interrupt(); // it was caught, and not thrown on: restore the flag
            }
        }
        return outcomes;
    }

    private static <T> Outcome<T> outcomeOf(StructuredTaskScope.Subtask<? extends T> subtask) {
        return subtask.state() == StructuredTaskScope.Subtask.State.SUCCESS
                ? new Outcome.Success<>(subtask.get())
                : new Outcome.Failure<>(subtask.exception());
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
