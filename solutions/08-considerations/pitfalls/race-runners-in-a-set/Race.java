// Pitfall: who is still in the race is kept in a set of tasks, in which the same task is there once: its first failure ends its race.
// Why: a task is what was given, so a task is what is crossed out.
// Kind: same-twice
// Caught by: a failure is out of the race, and the others go on
package structured.considerations;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    private record Arrival<T>(Callable<? extends T> task, T value, Throwable exception) {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks");
        }
        var running = new HashSet<Callable<? extends T>>(tasks);
        var arrivals = new LinkedBlockingQueue<Arrival<T>>();
        try (var scope = new StructuredTaskScope<Boolean>()) {
            for (Callable<? extends T> task : tasks) {
                scope.fork(() -> arrivals.add(run(task)));
            }
            try {
                while (true) {
                    var arrival = arrivals.take();
                    if (arrival.exception() == null) {
                        return arrival.value();
                    }
                    running.remove(arrival.task());
                    if (running.isEmpty()) {
                        throw new ExecutionException(arrival.exception());
                    }
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
    }

    private static <T> Arrival<T> run(Callable<? extends T> task) {
        try {
            return new Arrival<>(task, task.call(), null);
        } catch (Throwable e) {
            return new Arrival<>(task, null, e);
        }
    }
}
