// Pitfall: invokeAny on an executor does run a race, but on threads that know neither the scope nor the scoped values
//     of the caller.
// Why: invokeAny does just this: the first success, and the others are cancelled.
// Kind: no-scope
// Caught by: every task is forked by a scope that belongs to the call
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAny(tasks.stream().<Callable<T>>map(task -> task::call).toList());
        }
    }
}
