// Pitfall: a race without tasks waits for nothing and has no result: IllegalStateException, from the depths of the
//     scope.
// Why: nobody would call it with that.
// Kind: bad-argument
// Caught by: a race without tasks is refused
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<T>()) {
            tasks.forEach(scope::fork);
            return scope.join().result();
        }
    }
}
