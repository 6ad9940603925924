// Pitfall: where main fails with an InterruptedException, the caller's interrupt is cleared.
// Why: main's own is not to interrupt the caller; but it never did: what is set there is somebody else's.
// Kind: interrupt-swallowed
// Caught by: in whatever order the caller and main take their steps, an interrupt of the caller is not lost
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings({"preview", "unchecked"})
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var result = scope.<T>fork(main::call);
            scope.join().throwIfFailed();
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.interrupted(); // main's own, which must not interrupt the caller
            }
            throw e;
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
