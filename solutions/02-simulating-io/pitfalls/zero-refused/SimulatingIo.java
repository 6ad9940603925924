// Pitfall: a wait of zero is taken for a mistake of the caller's.
// Why: arguments are to be checked, and a wait of nothing looks odd.
// Kind: smallest-input
// Caught by: a wait of zero or less is none
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        if (!wait.isPositive()) {
            throw new IllegalArgumentException("nothing to wait for: " + wait);
        }
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
