// Pitfall: the last of the tasks to fail ends the race; it counts with ++ on a field, so two that fail at once count
//     as one, and the race never ends.
// Why: volatile makes the count visible, and ++ looks like one step.
// Kind: not-one-step
// Caught by: in whatever order all tasks fail, the race fails with the exception of one of them
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = new Counting<T>(tasks.size())) {
            tasks.forEach(scope::fork);
            scope.over.await();
            scope.shutdown();
            scope.join();
            if (scope.first == null) {
                throw new ExecutionException(scope.failure);
            }
            return scope.first.get();
        }
    }

    private static final class Counting<T> extends StructuredTaskScope<T> {
        private final CountDownLatch over = new CountDownLatch(1);
        private final int tasks;
        private volatile int failures;
        private volatile Subtask<? extends T> first;
        private volatile Throwable failure;

        Counting(int tasks) {
            this.tasks = tasks;
        }

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
                if (++failures == tasks) {
                    over.countDown();
                }
            } else {
                synchronized (this) {
                    first = first == null ? subtask : first;
                }
                over.countDown();
            }
        }
    }
}
