package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.stream.IntStream;

/** Living with failures: they are results too. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * Runs all tasks at the same time, waits for all of them, and tells how each of them ended.
     *
     * <p>Python: {@code await gather(*tasks, return_exceptions=True)}
     *
     * <p>A failure cancels nothing.
     *
     * <p>Each task is run once, in a virtual thread that a scope of this call's own forks. No task outlives the call.
     * Calls know nothing of each other: they may be nested, or made at the same time.
     *
     * @param tasks what to run; may be empty, or have the same task more than once
     * @return an outcome for each task, in the order of {@code tasks}: a success with its value, which may be null, or a
     *     failure with the exception that it threw, of whatever kind
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: the tasks are
     *     cancelled, or never start. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        // No subtask's end is reason enough to cancel the others.
        try (var scope = StructuredTaskScope.open(Joiner.<T>allUntil(subtask -> false))) {
            tasks.forEach(scope::fork);
            return scope.join().stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Success<>(subtask.get());
            case FAILED -> new Outcome.Failure<>(subtask.exception());
            case UNAVAILABLE -> throw new AssertionError("after the join every task has ended");
        };
    }

    /** Six requests at once to a service that serves four at a time: four succeed, two fail, and you know which. */
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
