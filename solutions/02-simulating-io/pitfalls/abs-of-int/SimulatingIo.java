// Pitfall: Math.abs(Integer.MIN_VALUE) is negative, and so is that wait.
// Why: abs and a remainder seem to bring any int into the range.
// Kind: ends-of-the-range
// Caught by: a random wait is at least one second and less than five
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofMillis(1_000 + Math.abs(random.nextInt()) % 4_000);
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
