// Alternative: one subtask runs the whole loop, so a single virtual thread will do. Closest to asyncio.run with a
//     for loop.
package structured.synccalls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var results = scope.<List<T>>fork(() -> {
                var list = new ArrayList<T>();
                for (var task : tasks) {
                    // What the task before has left of an interrupt is none of the next one's. That of a cancellation comes after the shutdown.
                    Thread.interrupted();
                    // A task that takes no notice of its interrupt must not be followed by another.
                    if (scope.isShutdown()) {
                        throw new InterruptedException();
                    }
                    list.add(task.call());
                }
                return list;
            });
            scope.join().throwIfFailed();
            return results.get();
        }
    }
}
