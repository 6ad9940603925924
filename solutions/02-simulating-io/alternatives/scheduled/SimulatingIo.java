// Alternative: a timer completes a future meanwhile, and only get() blocks: untimed, in a thread that is unmounted.
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        try {
            var timer = CompletableFuture.delayedExecutor(TimeUnit.NANOSECONDS.convert(wait), TimeUnit.NANOSECONDS);
            CompletableFuture.runAsync(() -> { }, timer).get();
        } catch (ExecutionException e) {
            throw new AssertionError("nothing to fail", e);
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
