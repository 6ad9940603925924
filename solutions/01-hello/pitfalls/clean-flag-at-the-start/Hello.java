// Pitfall: main begins with its thread's interrupt cleared.
// Why: a new thread starts clean anyway; unless its scope was shut down before it took its first step.
// Kind: interrupt-swallowed
// Caught by: in whatever order the caller and main take their steps, a main that waits to be cancelled hears of an interrupt of the caller
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            StructuredTaskScope.Subtask<T> subtask = scope.fork(() -> {
                // main is to see no interrupt that was meant for somebody else
                Thread.interrupted();
                return main.call();
            });
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
