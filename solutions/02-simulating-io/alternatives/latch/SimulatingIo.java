// Alternative: waits for a latch that nobody counts down: any blocking call of java.util.concurrent frees the carrier.
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(1_000, 5_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        new CountDownLatch(1).await(TimeUnit.NANOSECONDS.convert(wait), TimeUnit.NANOSECONDS);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
