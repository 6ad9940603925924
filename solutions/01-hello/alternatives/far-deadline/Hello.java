// Alternative: joinUntil with a deadline that won't come: the place to set a real one, should main ever need it.
package structured.hello;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.joinUntil(Instant.now().plus(Duration.ofDays(1))).throwIfFailed();
            return subtask.get();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }
}
