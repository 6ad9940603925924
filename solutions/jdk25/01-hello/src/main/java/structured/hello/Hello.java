package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private Hello() {}

    /**
     * Runs {@code main} in a virtual thread of its own and waits for its result.
     *
     * <p>Python: {@code asyncio.run(main())}
     *
     * <p>The thread of {@code main} never outlives the call: when this method returns or throws, {@code main} has ended.
     *
     * @param main what to run
     * @return the result of {@code main}, which may be null
     * @throws ExecutionException if {@code main} failed: the cause is the exception that it threw
     * @throws InterruptedException if the calling thread is interrupted: {@code main} is cancelled
     */
    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = StructuredTaskScope.open()) {
            var subtask = scope.fork(main);
            // Waits, and throws if main has failed: what join().throwIfFailed() did.
            scope.join();
            return subtask.get();
        } catch (FailedException e) {
            throw new ExecutionException(e.getCause());
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
