// Pitfall: forks each different task once: one that is in the list a thousand times runs once.
// Why: a set looks like the right thing for a race: the same task twice seems of no use. But a second try may be what
//     is wanted.
// Kind: same-twice
// Caught by: all tasks are in flight at the same time
package structured.considerations;

import java.util.HashSet;
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
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            new HashSet<Callable<? extends T>>(tasks).forEach(scope::fork);
            return scope.join().result();
        }
    }
}
