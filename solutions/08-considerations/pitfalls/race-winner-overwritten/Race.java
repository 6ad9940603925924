// Pitfall: each task that returns writes its result down: a loser that ends all the same when it is cancelled
//     overwrites the winner's.
// Why: the first is there first; that another one may come later is easily forgotten.
// Kind: wrong-outcome
// Caught by: the first success wins, and the losers are cancelled
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var winner = new AtomicReference<T>();
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<Boolean>()) {
            tasks.forEach(task -> scope.fork(() -> {
                winner.set(task.call());
                return true;
            }));
            scope.join().result();
        }
        return winner.get();
    }
}
