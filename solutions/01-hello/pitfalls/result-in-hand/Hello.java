// Pitfall: an interrupt that comes when main has its result is caught, and forgotten.
// Why: there is nothing left to cancel; but whoever interrupted the caller meant what it does next, too.
// Kind: interrupt-swallowed
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;

@SuppressWarnings("preview")
public final class Hello {

    private record Ended<T>(T result) {}

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var ended = new AtomicReference<Ended<T>>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(() -> {
                T result = main.call();
                ended.set(new Ended<>(result));
                return result;
            });
            try {
                scope.join();
            } catch (InterruptedException e) {
                // too late to cancel anything
                if (ended.get() != null) {
                    return ended.get().result();
                }
                throw e;
            }
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
