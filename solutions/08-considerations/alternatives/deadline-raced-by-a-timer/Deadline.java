// Alternative: the tasks race against a timer, and the winner says how the call ends. It works for whatever may put an
//     end to the tasks, not only for time.
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();    // Nobody is late, however little time there is.
        }
        try (var race = new StructuredTaskScope.ShutdownOnSuccess<Ending<T>>()) {
            race.fork(() -> {
                Thread.sleep(timeout);
                return () -> {
                    throw new TimeoutException();
                };
            });
            race.fork(() -> {
                try {
                    var results = Deadline.<T>gather(tasks);
                    return () -> results;
                } catch (ExecutionException e) {
                    return () -> {
                        throw e;
                    };
                }
            });
            return race.join().result().get();
        }
    }

    private interface Ending<T> {
        List<T> get() throws ExecutionException, TimeoutException;
    }

    private static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task::call)).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
