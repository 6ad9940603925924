// Pitfall: a queue with a place for each task. There is no queue with no place at all, so no tasks end in an
//     IllegalArgumentException.
// Why: the number of results is known, and a bounded queue is cheaper.
// Kind: smallest-input
// Caught by: every result is in its task's place, be it null or equal to another
package structured.gather;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var ended = new ArrayBlockingQueue<Subtask<? extends T>>(tasks.size());
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                ended.add(scope.<T>fork(task));
            }
            scope.join().throwIfFailed();
            return ended.stream().<T>map(Subtask::get).toList();
        }
    }
}
