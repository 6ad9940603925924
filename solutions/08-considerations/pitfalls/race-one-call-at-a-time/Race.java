// Pitfall: a lock that all calls share: a call has to wait until another one is over, and for ever if that one waits
//     for it.
// Why: a static lock makes it safe for many threads, which it is without one.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;

public final class Race {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        ONE_AT_A_TIME.lockInterruptibly();
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            tasks.forEach(scope::fork);
            return scope.join().result();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
