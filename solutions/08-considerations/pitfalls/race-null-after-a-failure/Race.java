// Pitfall: null means that nobody has won, if a task has failed before: then a task that returned null counts as
//     none.
// Why: the failure is there, the winner's field is null: both together look like a race that nobody won.
// Kind: result-misread
// Caught by: null wins a race like any other result
package structured.considerations;

import java.time.*;
import java.time.temporal.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks");
        }
        var winner = new AtomicReference<T>();
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                if (subtask.state() == Subtask.State.SUCCESS) {
                    if (winner.compareAndSet(null, subtask.get())) {
                        shutdown();
                    }
                } else {
                    failure.compareAndSet(null, subtask.exception());
                }
            }
        }) {
            for (var task : tasks) {
                scope.fork(task);
            }
            scope.join();
        }
        T result = winner.get();
        if (result == null && failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return result;
    }
}
