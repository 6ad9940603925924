// Pitfall: shuts the scope down first and keeps the failure afterwards, so that the join may be over in between.
// Why: the two lines look like two things to do, in whatever order; but the first one wakes the owner.
// Kind: told-before-kept
// Caught by: in whatever order threads take their steps, a failure in time arrives
package structured.considerations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private static final class Failing extends StructuredTaskScope<Object> {
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<?> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                shutdown();
                failure = subtask.exception();
            }
        }
    }

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var scope = new Failing()) {
            var deadline = Instant.now().plusNanos(TimeUnit.NANOSECONDS.convert(timeout));
            var subtasks = new ArrayList<Subtask<T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> task.call()));
            }
            scope.joinUntil(deadline);
            if (scope.failure != null) {
                throw new ExecutionException(scope.failure);
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }
}
