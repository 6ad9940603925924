// Pitfall: a task that returns an outcome has that one, instead of a success with it.
// Why: outcomes of outcomes are awkward; but it is the caller who knows what they are.
// Kind: result-misread
// Caught by: each task is run once, and has one outcome: no tasks, one, the same again, a thousand
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
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = new ArrayList<StructuredTaskScope.Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
            }
            scope.join();
            return subtasks.stream().<Outcome<T>>map(Outcomes::outcomeOf).toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Outcome<T> outcomeOf(StructuredTaskScope.Subtask<? extends T> subtask) {
        if (subtask.state() == StructuredTaskScope.Subtask.State.FAILED) {
            return new Outcome.Failure<>(subtask.exception());
        }
        T value = subtask.get();
        // A task that has settled already, by itself or in a nested call: no outcomes of outcomes.
        return value instanceof Outcome<?> settled ? (Outcome<T>) settled : new Outcome.Success<>(value);
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
