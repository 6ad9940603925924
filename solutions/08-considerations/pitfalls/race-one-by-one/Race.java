// Pitfall: tries one task after the other until one succeeds: a fallback, which is as slow as all of them together.
// Why: most of the time the first one is good enough.
// Kind: waits-in-the-loop
// Caught by: all tasks are in flight at the same time
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        ExecutionException failure = null;
        for (var task : tasks) {
            try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
                scope.fork(task);
                return scope.join().result();
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
