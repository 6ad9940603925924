// Pitfall: an Error that main throws when it is cancelled ends the call, in place of the interrupt.
// Why: an Error must not get lost; but nobody waits any more for what a cancelled main brings, and the caller has to
//     hear of its interrupt.
// Kind: whose-interrupt
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var thrown = new AtomicReference<Throwable>();
        InterruptedException interrupt;
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(() -> {
                try {
                    return main.call();
                } catch (Throwable failure) {
                    thrown.set(failure);
                    throw failure;
                }
            });
            try {
                scope.join();
                scope.throwIfFailed();
                return task.get();
            } catch (InterruptedException e) {
                interrupt = e;
            }
        }

        // an exception is the answer to the cancel, but an error must never get lost
        if (thrown.get() instanceof Error error) {
            throw error;
        }
        throw interrupt;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
