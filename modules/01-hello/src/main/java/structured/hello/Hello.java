package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

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
        // TODO step 1: open a scope, and fork main in it
        // TODO step 2: wait until main has ended
        // TODO step 3: pass on its failure, if it failed
        // TODO step 4: return its result
        throw new UnsupportedOperationException("run is not written yet");
    }

    /** Says hello from a virtual thread. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
