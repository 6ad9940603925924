// Pitfall: an UncheckedIOException of main is taken for an envelope, and its cause is reported.
// Why: that is what such an exception is used for, in a stream.
// Kind: failure-lost
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(main);
            scope.join();
            if (task.state() == Subtask.State.FAILED) {
                var failure = task.exception();
                // an UncheckedIOException is but the envelope that a lambda needs
                throw new ExecutionException(failure instanceof UncheckedIOException e ? e.getCause() : failure);
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
