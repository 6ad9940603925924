// Pitfall: an interrupt ends the loop that forks, and whoever has ended by then is all that comes.
// Why: join throws, says its contract; but only if there is somebody left to wait for.
// Kind: interrupt-swallowed
// Caught by: in whatever order tasks end, an interrupt of the caller is not lost, and without one no task is left out
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
            scope.join();
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Success<>(subtask.get());
            case FAILED -> new Outcome.Failure<>(subtask.exception());
            case UNAVAILABLE -> throw new AssertionError("after the join every task has ended");
        };
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
