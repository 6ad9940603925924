// Alternative: the fork puts a record of the outcome into a queue, and the owner takes it out after the join.
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    /** How main ended: with a failure, or, if that is null, with the result. */
    private record Outcome<T>(T result, Throwable failure) {

        private static <T> Outcome<T> of(Callable<? extends T> main) {
            try {
                return new Outcome<>(main.call(), null);
            } catch (Throwable e) {
                return new Outcome<>(null, e);
            }
        }
    }

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var outcomes = new ConcurrentLinkedQueue<Outcome<T>>();
        try (var scope = new StructuredTaskScope<>()) {
            scope.fork(() -> outcomes.add(Outcome.of(main)));
            scope.join();
        }
        var outcome = outcomes.remove();
        if (outcome.failure() != null) {
            throw new ExecutionException(outcome.failure());
        }
        return outcome.result();
    }
}
