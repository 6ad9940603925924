// Pitfall: a read that timed out is taken for the caller's interrupt.
// Why: a SocketTimeoutException is an InterruptedIOException, by its name, and tells of no interrupt at all.
// Kind: whose-interrupt
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join();
            scope.throwIfFailed();
            return subtask.get();
        } catch (ExecutionException e) {
            // blocking I/O reports a cancellation in its own words
            if (e.getCause() instanceof InterruptedIOException || e.getCause() instanceof ClosedByInterruptException) {
                var interrupted = new InterruptedException("cancelled during I/O");
                interrupted.initCause(e.getCause());
                throw interrupted;
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
