// Pitfall: keeps the failure in a static field, which all calls share: two at the same time take each other's, or
//     forget it.
// Why: a field is handy where a method of an inner class has to write and another one to read; static, it compiles at
//     once.
// Kind: shared-by-calls
// Caught by: in whatever order two calls take their steps, neither minds the other's failure
package structured.gather;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

public final class Gather {

    private Gather() {}

    private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

    private static final class Scope<T> extends StructuredTaskScope<T> {
        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && FAILURE.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        FAILURE.set(null);
        try (var scope = new Scope<T>()) {
            var subtasks = new ArrayList<Subtask<T>>();
            tasks.forEach(task -> subtasks.add(scope.fork(task)));
            scope.join();
            var thrown = FAILURE.getAndSet(null);
            if (thrown != null) {
                throw new ExecutionException(thrown);
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
