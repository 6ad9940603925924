// Pitfall: Math.random() draws from a generator of its own, so a seed can't repeat the waits.
// Why: it is the shortest way to a random number.
// Kind: drawn-elsewhere
// Caught by: the same generator draws the same waits again
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofMillis(1_000 + (long) (Math.random() * 4_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
