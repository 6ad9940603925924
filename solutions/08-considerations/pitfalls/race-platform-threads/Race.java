// Pitfall: runs the tasks on platform threads, which are dear, while they mostly wait.
// Why: the scope has a constructor that wants a factory, and this one comes first to mind.
// Kind: wrong-thread
// Caught by: every task is forked by a scope that belongs to the call
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
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>("tasks", Thread.ofPlatform().factory())) {
            tasks.forEach(scope::fork);
            return scope.join().result();
        }
    }
}
