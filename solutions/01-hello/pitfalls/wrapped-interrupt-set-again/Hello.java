// Pitfall: a failure whose cause is an InterruptedException sets the caller's interrupt.
// Why: whoever wraps one should have set the interrupt again; but it was that of main's thread, not the caller's.
// Kind: whose-interrupt
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(main);
            scope.join();
            try {
                scope.throwIfFailed();
            } catch (ExecutionException e) {
                // somebody has wrapped an interrupt, and has not set the flag again
                if (e.getCause().getCause() instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw e;
            }
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
