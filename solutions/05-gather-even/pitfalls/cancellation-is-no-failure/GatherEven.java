// Pitfall: a task that throws a CancellationException counts as cancelled, not as failed: null stands for it.
// Why: it is called cancellation, after all. But nobody has cancelled this task: something that it used was.
// Kind: whose-interrupt
// Caught by: a failure arrives as an ExecutionException, also when the task that fails is odd
package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new FailFast<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            if (scope.failure.get() != null) {
                throw new ExecutionException(scope.failure.get());
            }
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                var subtask = subtasks.get(i);
                results.add(subtask.state() == Subtask.State.SUCCESS ? subtask.get() : null);
            }
            return results;
        }
    }

    private static final class FailFast<T> extends StructuredTaskScope<T> {

        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED && !(subtask.exception() instanceof CancellationException)
                    && failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }
}
