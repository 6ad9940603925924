// Pitfall: a call that a cancelled main makes is refused.
// Why: below what is cancelled nothing new should start; but it may take a call to clean up.
// Kind: shared-by-calls
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private static final ScopedValue<StructuredTaskScope<?>> PARENT = ScopedValue.newInstance();

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        if (PARENT.isBound() && PARENT.get().isShutdown()) {
            throw new InterruptedException("cancelled");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(() -> ScopedValue.where(PARENT, scope).call(main));
            scope.join();
            scope.throwIfFailed();
            return task.get();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
