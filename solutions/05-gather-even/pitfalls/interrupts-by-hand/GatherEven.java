// Pitfall: a failing task interrupts the threads that have registered so far; one that registers later never hears of it.
// Why: a list of the running threads looks like all that have to be told.
// Kind: not-one-step
// Caught by: in whatever order threads take their steps, a failure arrives, and cancels those that have begun
package structured.gathereven;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failure = new AtomicReference<Throwable>();
        var running = ConcurrentHashMap.<Thread>newKeySet();
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.fork(() -> {
                    running.add(Thread.currentThread());
                    try {
                        return task.call();
                    } catch (Throwable e) {
                        if (failure.compareAndSet(null, e)) {
                            running.stream().filter(t -> t != Thread.currentThread()).forEach(Thread::interrupt);
                        }
                        return null;
                    } finally {
                        running.remove(Thread.currentThread());
                    }
                }));
            }
            scope.join();
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
