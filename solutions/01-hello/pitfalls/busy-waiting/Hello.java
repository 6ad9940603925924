// Pitfall: the caller spins until main is over: it burns a core, and doesn't notice that it was interrupted.
// Why: state() invites to a loop.
// Kind: interrupt-unheard
// Caught by: interrupting the caller cancels main
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            while (subtask.state() == Subtask.State.UNAVAILABLE) {
                Thread.onSpinWait();
            }
            scope.join().throwIfFailed();
            return subtask.get();
        }
    }
}
