// Pitfall: halves have races of their own: who wins in a half is known when all losers of that half are over, and
//     meanwhile somebody in the other half may win.
// Why: divide and conquer gives the same result wherever the parts have nothing to do with each other; but here who
//     is first decides over both.
// Kind: wrong-outcome
// Caught by: a success is the first if another one comes a moment later
package structured.considerations;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

public final class Race {

    private Race() {}

    private static final class AllFailed extends Exception {
        private static final long serialVersionUID = 1;

        AllFailed(Throwable cause) {
            super(cause);
        }
    }

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            scope.fork(() -> Race.<T>play(tasks));
            return scope.join().result(e -> new ExecutionException(e instanceof AllFailed ? e.getCause() : e));
        }
    }

    private static <T> T play(List<? extends Callable<? extends T>> tasks) throws Exception {
        if (tasks.size() == 1) {
            try {
                return tasks.get(0).call();
            } catch (Throwable e) {
                throw new AllFailed(e);
            }
        }
        int half = tasks.size() / 2;
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            scope.fork(() -> Race.<T>play(tasks.subList(0, half)));
            scope.fork(() -> Race.<T>play(tasks.subList(half, tasks.size())));
            scope.join();
            return scope.result(e -> e instanceof AllFailed failed ? failed : new AllFailed(e));
        }
    }
}
