// Alternative: the JDK's own FutureTask keeps what became of each task, and has to be asked only when all have ended.
package structured.considerations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.IntStream;

@SuppressWarnings({"preview", "unchecked"})
public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        try (var scope = new StructuredTaskScope<Object>()) {
            var futures = new ArrayList<FutureTask<T>>();
            for (var task : tasks) {
                var future = new FutureTask<T>(task::call);
                futures.add(future);
                scope.fork(Executors.callable(future));
            }
            scope.join();
            var outcomes = new ArrayList<Outcome<T>>();
            for (var future : futures) {
                try {
                    outcomes.add(new Outcome.Success<>(future.get()));
                } catch (ExecutionException e) {
                    outcomes.add(new Outcome.Failure<>(e.getCause()));
                }
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
