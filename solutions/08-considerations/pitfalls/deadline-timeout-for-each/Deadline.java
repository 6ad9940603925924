// Pitfall: waits for each result in turn, and for each of them up to the timeout.
// Why: get takes a timeout, so a loop of gets seems to have one.
// Kind: deadline
// Caught by: the timeout is for all the tasks together, however many of them end meanwhile
package structured.considerations;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tasks.isEmpty()) {
            return new ArrayList<>();
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new TimeoutException();
        }
        long nanos = TimeUnit.NANOSECONDS.convert(timeout);
        var over = new AtomicReference<Throwable>();
        var results = new ArrayList<T>();
        try (var scope = new StructuredTaskScope<Object>()) {
            var futures = new ArrayList<CompletableFuture<T>>();
            for (Callable<? extends T> task : tasks) {
                futures.add(new CompletableFuture<>());
            }
            for (int i = 0; i < tasks.size(); i++) {
                Callable<? extends T> task = tasks.get(i);
                var future = futures.get(i);
                scope.fork(() -> {
                    try {
                        future.complete(task.call());
                    } catch (Throwable e) {
                        over.compareAndSet(null, e);
                        futures.forEach(other -> other.complete(null));
                    }
                    return null;
                });
            }
            try {
                for (var future : futures) {
                    results.add(future.get(nanos, TimeUnit.NANOSECONDS));
                    if (over.get() != null) {
                        throw new ExecutionException(over.get());
                    }
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
        }
        return results;
    }
}
