package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    /**
     * Runs {@code main}, once, and waits for its result.
     *
     * <p>Python: {@code asyncio.run(main())}
     *
     * <p>{@code main} runs in a scope that the call opens itself, and closes, in a virtual thread of its own. It never
     * outlives the call: when this method returns or throws, {@code main} has ended. It may call this method itself, and
     * several threads may at the same time: no call waits for another one's {@code main}, or sees what comes of it.
     *
     * @param main what to run
     * @return the result of {@code main}, whatever it is, and also null
     * @throws ExecutionException if {@code main} failed: the cause is what it threw, whatever that is. An
     *     InterruptedException of its own is a failure like any other, and doesn't interrupt the calling thread
     * @throws InterruptedException if the calling thread is interrupted, be it before the call: {@code main} is
     *     cancelled, and what it still returns or throws is dropped. If {@code main} ends before the call gets to wait for
     *     it, the interrupt may go unnoticed, and stays set
     */
    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = StructuredTaskScope.open()) {
            var subtask = scope.fork(main);
            // Waits, and throws if main has failed: what join().throwIfFailed() did.
            scope.join();
            return subtask.get();
        }
    }

    /** Says hello from a virtual thread. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
