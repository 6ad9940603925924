// Pitfall: catches the exceptions of tasks in their subtasks. An Error slips past: where nothing else ends the race, its
//     result is null.
// Why: call declares Exception, so that seems to be all that it can throw.
// Kind: errors-slip-past
// Caught by: if all tasks fail, so does the race, with the exception of one of them
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var won = new AtomicBoolean();
        var result = new AtomicReference<T>();
        var failure = new AtomicReference<Exception>();
        try (var scope = new StructuredTaskScope<>()) {
            for (var task : tasks) {
                scope.fork(() -> {
                    try {
                        var mine = task.call();
                        if (won.compareAndSet(false, true)) {
                            result.set(mine);
                            scope.shutdown();
                        }
                    } catch (Exception e) {
                        failure.set(e);
                    }
                    return null;
                });
            }
            scope.join();
        }
        if (!won.get() && failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        return result.get();
    }
}
