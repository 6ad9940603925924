// Alternative: a scope of one's own: handleComplete keeps the first failure and shuts down. ShutdownOnFailure does
//     no more.
package structured.gathereven;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new AllOrNothing<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            if (scope.failure.get() != null) {
                throw new ExecutionException(scope.failure.get());
            }
            return IntStream.range(0, subtasks.size())
                    .filter(i -> i % 2 == 1)
                    .mapToObj(i -> subtasks.get(i).get())
                    .toList();
        }
    }

    private static final class AllOrNothing<T> extends StructuredTaskScope<T> {

        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }
}
