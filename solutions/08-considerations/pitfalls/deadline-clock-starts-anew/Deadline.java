// Pitfall: each task that ends wakes the caller, which then waits again, for the whole timeout.
// Why: a wait with a timeout in a loop looks like a timeout for the loop.
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
        var ended = new LinkedBlockingQueue<Subtask<?>>();
        try (var scope = new StructuredTaskScope<Object>() {
            @Override
            protected void handleComplete(Subtask<?> subtask) {
                ended.add(subtask);
            }
        }) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.fork(task));
            }
            Subtask<?> failed = null;
            try {
                for (int i = 0; i < subtasks.size() && failed == null; i++) {
                    var subtask = ended.poll(nanos, TimeUnit.NANOSECONDS);
                    if (subtask == null) {
                        throw new TimeoutException();
                    }
                    failed = subtask.state() == Subtask.State.FAILED ? subtask : null;
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
            if (failed != null) {
                throw new ExecutionException(failed.exception());
            }
            var results = new ArrayList<T>();
            for (var subtask : subtasks) {
                results.add(subtask.get());
            }
            return results;
        }
    }
}
