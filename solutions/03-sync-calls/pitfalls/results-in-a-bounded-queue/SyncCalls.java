// Pitfall: the queue for what is completed has room for 1,024, and what is more than that is dropped: offer() says
//     so, and nobody listens.
// Why: a bounded queue is good style where somebody waits for room in it.
// Kind: left-out
// Caught by: every result is in its task's place, be it null or equal to another
package structured.synccalls;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class SyncCalls {

    private SyncCalls() {}

    private static final class Collecting<T> extends StructuredTaskScope<T> {

        private final Queue<Subtask<? extends T>> completed = new ArrayBlockingQueue<>(1024);
        private volatile Throwable failure;

        @Override
        protected void handleComplete(Subtask<? extends T> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                failure = subtask.exception();
            } else {
                completed.offer(subtask);
            }
        }

        List<T> results() {
            return completed.stream().<T>map(Subtask::get).toList();
        }
    }

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new Collecting<T>()) {
            for (var task : tasks) {
                scope.fork(task);
                scope.join();
                if (scope.failure != null) {
                    throw new ExecutionException(scope.failure);
                }
            }
            return scope.results();
        }
    }
}
