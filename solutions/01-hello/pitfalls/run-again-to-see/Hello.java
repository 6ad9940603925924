// Pitfall: a main that has failed is run once more, to see whether it fails each time; what it failed with at first is
//     reported.
// Why: whoever looks into a failure wants to know that, and nobody thinks of a main that has effects.
// Kind: run-again
// Caught by: a main that has failed is not tried again
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(() -> {
                try {
                    return main.call();
                } catch (Exception first) {
                    try {
                        main.call();
                    } catch (Exception second) {
                        System.err.println("It fails each time.");
                    }
                    throw first;
                }
            });
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
