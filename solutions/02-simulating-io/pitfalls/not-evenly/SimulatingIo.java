// Pitfall: waits cluster around three seconds and are rare at the ends.
// Why: a bell curve feels more like a real service. The exercise asks for all waits to be equally likely.
// Kind: ends-of-the-range
// Caught by: random waits are spread evenly over these four seconds
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        var seconds = Math.clamp(random.nextGaussian(3, 0.8), 1, 4.999);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
